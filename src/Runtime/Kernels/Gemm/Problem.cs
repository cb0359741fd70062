namespace TypedTensors.Kernels.Gemm;

/// <summary>One product C (m, n) = A (m, k) B (k, n), or C += A B.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly struct Problem<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    where T : unmanaged
{
    public readonly int M = m;
    public readonly int N = n;
    public readonly int K = k;
    public readonly MatrixView<T> A = a;
    public readonly MatrixView<T> B = b;
    public readonly MatrixView<T> C = c;
    public readonly bool Accumulate = accumulate;

    /// <summary>The same product as C^T = B^T A^T.</summary>
    public Problem<T> Transposed => new(N, M, K, B.Transposed, A.Transposed, C.Transposed, Accumulate);
}
