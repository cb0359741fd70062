using System.Numerics;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Brings a product into a form that one of the kernels takes, whatever its strides and sizes.</summary>
internal static unsafe class ProductDriver<T, TVector, TLanes>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    // Of an intermediate result: it stays in cache, unless even a few rows, which packing B needs, are larger.
    private const int StagedBytes = 1024 * 1024;
    private const int StagedRows = 16;

    /// <summary>Computes a product with at least one element.</summary>
    public static void Run<TEpilogue>(in Problem<T> problem, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        bool hasEpilogue = typeof(TEpilogue) != typeof(NoEpilogue<T>);
        if (problem.K == 0)
        {
            if (!problem.Accumulate)
                Clear(problem);
            if (hasEpilogue)
                Apply(problem, ref epilogue);
            return;
        }

        bool isVector = problem.M == 1 || problem.N == 1;
        if (isVector && VectorProduct<T, TVector, TLanes>.TryRun(problem.M == 1 ? problem : problem.Transposed))
        {
            if (hasEpilogue)
                Apply(problem, ref epilogue);
        }
        else if (problem.C.ColumnStride == 1 || problem.N == 1)
        {
            BlockedProduct<T, TVector, TLanes>.Run(problem, 0, ref epilogue);
        }
        else if ((problem.C.RowStride == 1 || problem.M == 1) && !hasEpilogue)
        {
            BlockedProduct<T, TVector, TLanes>.Run(problem.Transposed, 0, ref epilogue);
        }
        else
        {
            RunStaged(problem, ref epilogue);
        }
    }

    /// <summary>Blocks of rows are computed into contiguous memory and copied to where they belong.</summary>
    private static void RunStaged<TEpilogue>(in Problem<T> problem, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        int limit = (int)Math.Clamp(StagedBytes / ((nint)problem.N * sizeof(T)), StagedRows, problem.M + StagedRows);
        int blockRows = Math.Min(problem.M, limit);
        nint elements = (nint)blockRows * problem.N;
        using ScratchMemory scratch = ScratchMemory.Rent(elements * sizeof(T), areas: 1);
        MatrixView<T> staged = new(scratch.Take<T>(elements), problem.N, 1);
        for (int row = 0; row < problem.M; row += blockRows)
        {
            int rows = Math.Min(blockRows, problem.M - row);
            MatrixView<T> destination = problem.C.From(row, 0);
            if (problem.Accumulate)
                Copy(destination, staged, rows, problem.N);
            Problem<T> block = new(rows, problem.N, problem.K, problem.A.From(row, 0), problem.B, staged, problem.Accumulate);
            BlockedProduct<T, TVector, TLanes>.Run(block, row, ref epilogue);
            Copy(staged, destination, rows, problem.N);
        }
    }

    private static void Clear(in Problem<T> problem)
    {
        for (int i = 0; i < problem.M; i++)
        {
            for (int j = 0; j < problem.N; j++)
                *problem.C.At(i, j) = default;
        }
    }

    private static void Apply<TEpilogue>(in Problem<T> problem, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        bool contiguousRows = problem.C.ColumnStride == 1 || problem.N == 1;
        for (int i = 0; i < problem.M; i++)
        {
            if (contiguousRows)
            {
                epilogue.Apply(ref *problem.C.At(i, 0), problem.N, i, 0);
                continue;
            }

            for (int j = 0; j < problem.N; j++)
                epilogue.Apply(ref *problem.C.At(i, j), 1, i, j);
        }
    }

    private static void Copy(MatrixView<T> source, MatrixView<T> destination, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                *destination.At(i, j) = *source.At(i, j);
        }
    }
}
