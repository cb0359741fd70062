using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>The loops around the micro-kernel: cache blocks, packing where the plan asks for it, panels, tiles, epilogue.</summary>
/// <remarks>The destination has contiguous rows. Blocks of rows and of columns are independent of each other.</remarks>
internal static unsafe class BlockedProduct<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    private static int Mr => TLanes.TileRows;

    private static int Nr => TileKernels<T, TVector, TLanes>.TileColumns;

    /// <summary>Computes a product.</summary>
    /// <param name="problem">The product; k is at least 1.</param>
    /// <param name="firstRow">The row that the epilogue is told for the first row of the problem.</param>
    /// <param name="epilogue">Applied to finished rows.</param>
    public static void Run<TEpilogue>(in Problem<T> problem, int firstRow, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        BlockPlan plan = BlockPlan.For(problem, Mr, Nr);
        if (!plan.PackA && !plan.PackB)
        {
            Run(problem, plan, null, null, firstRow, ref epilogue);
            return;
        }

        nint aElements = plan.PackedAElements(problem.M), bElements = plan.PackedBElements(problem.N);
        using ScratchMemory scratch = ScratchMemory.Rent((aElements + bElements) * sizeof(T), areas: 2);
        T* packedA = scratch.Take<T>(aElements);
        Run(problem, plan, packedA, scratch.Take<T>(bElements), firstRow, ref epilogue);
    }

    private static void Run<TEpilogue>(
        in Problem<T> problem, in BlockPlan plan, T* packedA, T* packedB, int firstRow, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        for (int k0 = 0; k0 < problem.K; k0 += plan.Kc)
        {
            Step step = new()
            {
                Depth = Math.Min(plan.Kc, problem.K - k0),
                Accumulate = problem.Accumulate || k0 > 0,
                Finished = k0 + plan.Kc >= problem.K,
            };
            for (int m0 = 0; m0 < problem.M; m0 += plan.Mc)
            {
                step.Rows = Math.Min(plan.Mc, problem.M - m0);
                step.FirstRow = firstRow + m0;
                Operand a = plan.PackA
                    ? PackA(problem.A.From(m0, k0), step.Rows, step.Depth, packedA)
                    : Operand.InPlace(problem.A.At(m0, k0), problem.A.RowStride, problem.A.ColumnStride);
                for (int n0 = 0; n0 < problem.N; n0 += plan.Nc)
                {
                    step.Columns = Math.Min(plan.Nc, problem.N - n0);
                    step.FirstColumn = n0;
                    Operand b = plan.PackB
                        ? PackB(problem.B.From(k0, n0), step.Columns, step.Depth, packedB)
                        : Operand.InPlace(problem.B.At(k0, n0), 1, problem.B.RowStride);
                    MultiplyBlock(a, b, problem.C.From(m0, n0), step, ref epilogue);
                }
            }
        }
    }

    /// <summary>One block of C: row panels outside, so that a panel of A stays in L1 while the panels of B stream from L2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock<TEpilogue>(
        in Operand a, in Operand b, MatrixView<T> c, in Step step, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        RowPanels panels = new(step.Rows, Mr);
        int wholeColumns = step.Columns / Nr * Nr;
        int lastColumns = step.Columns - wholeColumns;
        Tile<T> tile = new()
        {
            BDepthStride = b.DepthStride * sizeof(T),
            CRowStride = c.RowStride * sizeof(T),
            Depth = step.Depth,
            LastCount = ((lastColumns - 1) % TLanes.Count) + 1,
            Accumulate = step.Accumulate,
        };
        for (int panel = 0; panel < panels.Count; panel++)
        {
            int row = panels.Start(panel);
            int height = panels.Height(panel);
            tile.A = a.Data + (row * a.Advance);
            tile.ARowStride = a.AcrossStride * sizeof(T);
            tile.ADepthStride = (a.IsPacked ? height : a.DepthStride) * sizeof(T);
            tile.B = b.Data;
            tile.C = c.At(row, 0);
            T* rowStart = tile.C;

            if (wholeColumns > 0)
            {
                delegate*<Tile<T>*, void> whole = TileKernels<T, TVector, TLanes>.Whole(height);
                nint advance = b.Advance * Nr;
                for (int column = 0; column < wholeColumns; column += Nr)
                {
                    whole(&tile);
                    tile.B += advance;
                    tile.C += Nr;
                }
            }

            if (lastColumns > 0)
                TileKernels<T, TVector, TLanes>.Of(height, lastColumns)(&tile);

            if (step.Finished && typeof(TEpilogue) != typeof(NoEpilogue<T>))
            {
                for (int i = 0; i < height; i++, rowStart += c.RowStride)
                    epilogue.Apply(ref *rowStart, step.Columns, step.FirstRow + row + i, step.FirstColumn);
            }
        }
    }

    private static Operand PackA(MatrixView<T> a, int rows, int depth, T* destination)
    {
        PanelPacking<T, TVector, TLanes>.PackA(a, new RowPanels(rows, Mr), depth, destination);
        return Operand.Packed(destination, depth, 0);
    }

    private static Operand PackB(MatrixView<T> b, int columns, int depth, T* destination)
    {
        PanelPacking<T, TVector, TLanes>.PackB(b, columns, depth, Nr, destination);
        return Operand.Packed(destination, depth, Nr);
    }

    /// <summary>Where the panels of an operand lie.</summary>
    private readonly struct Operand
    {
        public readonly T* Data;

        /// <summary>From a row of A, or a column of B, to where the next one would begin.</summary>
        public readonly nint Advance;

        /// <summary>Between neighbours within a step of the depth.</summary>
        public readonly nint AcrossStride;

        /// <summary>Between steps; for packed A the height of the panel.</summary>
        public readonly nint DepthStride;

        public readonly bool IsPacked;

        private Operand(T* data, nint advance, nint acrossStride, nint depthStride, bool isPacked)
        {
            Data = data;
            Advance = advance;
            AcrossStride = acrossStride;
            DepthStride = depthStride;
            IsPacked = isPacked;
        }

        public static Operand InPlace(T* data, nint acrossStride, nint depthStride) =>
            new(data, acrossStride, acrossStride, depthStride, isPacked: false);

        public static Operand Packed(T* data, int depth, nint depthStride) => new(data, depth, 1, depthStride, isPacked: true);
    }

    /// <summary>Which block of the product is computed.</summary>
    private struct Step
    {
        public int Rows;
        public int Columns;
        public int Depth;
        public int FirstRow;
        public int FirstColumn;
        public bool Accumulate;
        public bool Finished;
    }
}
