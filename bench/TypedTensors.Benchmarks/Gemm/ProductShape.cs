namespace TypedTensors.Benchmarks.Gemm;

/// <summary>A product C (m, n) = A (m, k) B (k, n) to time.</summary>
/// <param name="M">Rows of A.</param>
/// <param name="K">Columns of A.</param>
/// <param name="N">Columns of B.</param>
/// <param name="TransposedLeft">A lies in memory by columns.</param>
/// <param name="TransposedRight">B lies in memory by columns.</param>
public readonly record struct ProductShape(int M, int K, int N, bool TransposedLeft = false, bool TransposedRight = false)
{
    /// <summary>Floating-point operations, a multiplication and an addition each counted.</summary>
    public double Operations => 2.0 * M * K * N;

    /// <summary>For example <c>32x784x128 B^T</c>.</summary>
    public override string ToString() =>
        $"{M}x{K}x{N}{(TransposedLeft ? " A^T" : "")}{(TransposedRight ? " B^T" : "")}";
}
