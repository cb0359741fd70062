using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>How a product is cut into cache blocks and which operand is packed.</summary>
/// <remarks>
/// The names are those of BLIS: a tile is mr by nr; a block of A is mc by kc, a block of B is kc by nc. A plan follows from the whole
/// problem alone: the order in which an element's terms are added depends on kc only, so workers may share out rows and columns
/// of a plan without changing a bit of the result.
/// </remarks>
internal readonly struct BlockPlan
{
    private const int PageBytes = 4096;

    // Up to here B stays in an L2 cache of 1 MB or more as it is, and a sum of this many terms needs no splitting.
    private const int UnpackedBytes = 1024 * 1024;
    private const int UnpackedDepth = 1024;

    // A packed block of B in three quarters of L2, and few passes over C.
    private const int PackedBytes = 768 * 1024;
    private const int PackedDepth = 384;

    // Of packed A, which has to stay in L3 while it is used by all blocks of B.
    private const int PackedRows = 4096;

    public readonly int Mr;
    public readonly int Nr;
    public readonly int Mc;
    public readonly int Nc;
    public readonly int Kc;
    public readonly bool PackA;
    public readonly bool PackB;

    private BlockPlan(int mr, int nr, int mc, int nc, int kc, bool packA, bool packB)
    {
        Mr = mr;
        Nr = nr;
        Mc = mc;
        Nc = nc;
        Kc = kc;
        PackA = packA;
        PackB = packB;
    }

    /// <summary>Elements of the packed blocks.</summary>
    public nint PackedAElements(int m) => PackA ? (nint)Math.Min(Mc, m) * Kc : 0;

    public nint PackedBElements(int n) => PackB ? (nint)RoundUp(Math.Min(Nc, n), Nr) * Kc : 0;

    public static BlockPlan For<T>(in Problem<T> problem, int mr, int nr)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        (int m, int n, int k) = (problem.M, problem.N, problem.K);
        bool small = (nint)k * n * size <= UnpackedBytes && k <= UnpackedDepth;
        bool packA = PaysToPackA(problem, mr, nr, size);
        bool packB = PaysToPackB(problem, mr, size, small);
        int kc = small ? k : EvenPart(k, PackedDepth, 1);
        int nc = small ? n : EvenPart(n, Math.Max(1, PackedBytes / size / PackedDepth / nr) * nr, nr);
        return new BlockPlan(mr, nr, packA ? EvenPart(m, PackedRows, mr) : m, nc, kc, packA, packB);
    }

    /// <summary>
    /// The micro-kernel reads A one element at a time and takes any strides, but not when its elements lie on a page each, or in so few
    /// sets of the L1 cache that they evict each other.
    /// </summary>
    private static bool PaysToPackA<T>(in Problem<T> problem, int mr, int nr, int size)
        where T : unmanaged
    {
        bool scattered = Math.Abs(problem.A.ColumnStride) * size >= PageBytes / 2;
        bool colliding = problem.A.RowStride != 0 && problem.A.RowStride * size % PageBytes == 0;
        return (scattered || colliding) && problem.M > mr / 2 && problem.N >= 8 * nr && problem.K >= 64;
    }

    /// <summary>The micro-kernel needs contiguous rows of B; packing pays for itself when many rows of A use the block.</summary>
    private static bool PaysToPackB<T>(in Problem<T> problem, int mr, int size, bool small)
        where T : unmanaged
    {
        if (problem.B.ColumnStride != 1 && problem.N > 1)
            return true;
        bool colliding = problem.B.RowStride != 0 && problem.B.RowStride * size % PageBytes == 0 && problem.K >= 64;
        return (!small && problem.M > 2 * mr) || (colliding && problem.M > 4 * mr);
    }

    /// <summary>The size of the parts of a length when it is cut evenly into as few parts as a limit allows.</summary>
    public static int EvenPart(int length, int limit, int multiple)
    {
        int parts = (length + limit - 1) / limit;
        return parts <= 1 ? length : RoundUp((length + parts - 1) / parts, multiple);
    }

    public static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
