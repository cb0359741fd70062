using System.Numerics;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Products with a single row: y (1, n) = x (1, k) B (k, n).</summary>
internal static unsafe class VectorProduct<T, TVector, TLanes>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Computes the product, unless its strides are better served by the general loops.</summary>
    public static bool TryRun(in Problem<T> problem)
    {
        bool dots = problem.B.RowStride == 1 && (problem.B.ColumnStride != 1 || problem.N == 1);
        bool contiguousResult = problem.C.ColumnStride == 1 || problem.N == 1;
        if (!dots && (problem.B.ColumnStride != 1 || !contiguousResult))
            return false;

        T* y = problem.C.Data;
        if (!problem.Accumulate)
        {
            for (int j = 0; j < problem.N; j++)
                y[j * problem.C.ColumnStride] = default;
        }

        if (!dots)
            AddRows(problem.A.Data, problem.A.ColumnStride, problem.B.Data, problem.B.RowStride, y, problem.N, problem.K);
        else if (problem.A.ColumnStride == 1 || problem.K == 1)
            AddDots(problem.A.Data, problem.B.Data, problem.B.ColumnStride, y, problem.C.ColumnStride, problem.N, problem.K);
        else
            AddDotsOfStrided(problem, y);
        return true;
    }

    private static void AddRows(T* x, nint xStride, T* b, nint bRowStride, T* y, int n, int k)
    {
        if (n <= 2 * TLanes.Count)
        {
            RowKernels<T, TVector, TLanes>.AddNarrowRows(x, xStride, b, bRowStride, y, n, k);
            return;
        }

        int p = 0;
        for (; p + 8 <= k; p += 8)
            RowKernels<T, TVector, TLanes>.AddEightRows(x + (p * xStride), xStride, b + (p * bRowStride), bRowStride, y, n);
        for (; p < k; p++)
            RowKernels<T, TVector, TLanes>.AddRow(x + (p * xStride), b + (p * bRowStride), y, n);
    }

    private static void AddDots(T* x, T* b, nint bColumnStride, T* y, nint yStride, int n, int k)
    {
        int j = 0;
        for (; j + 4 <= n; j += 4)
            DotKernels<T, TVector, TLanes>.AddFourDots(x, b + (j * bColumnStride), bColumnStride, y + (j * yStride), yStride, k);
        for (; j < n; j++)
            DotKernels<T, TVector, TLanes>.AddDot(x, b + (j * bColumnStride), y + (j * yStride), k);
    }

    private static void AddDotsOfStrided(in Problem<T> problem, T* y)
    {
        using ScratchMemory scratch = ScratchMemory.Rent((nint)problem.K * sizeof(T), areas: 1);
        T* x = scratch.Take<T>(problem.K);
        for (int p = 0; p < problem.K; p++)
            x[p] = *problem.A.At(0, p);
        AddDots(x, problem.B.Data, problem.B.ColumnStride, y, problem.C.ColumnStride, problem.N, problem.K);
    }
}
