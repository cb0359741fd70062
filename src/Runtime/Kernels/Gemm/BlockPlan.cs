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
    // An L2 cache has 512 KB or more on every machine with vector registers that is worth tuning for.
    private const int L2Bytes = 512 * 1024;
    private const int PageBytes = 4096;
    private const int PackedDepth = 256;
    private const int PackedColumns = 512;
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
        bool contiguousB = problem.B.ColumnStride == 1 || n == 1;
        bool small = (nint)k * n * size <= 2 * L2Bytes && k <= 4 * PackedDepth;

        // Rows a multiple of the page size apart fall into few sets of the L1 cache and evict each other.
        bool collidingA = problem.A.RowStride * size % PageBytes == 0 && problem.A.RowStride != 0 && m > 4 && k > 64;
        bool collidingB = problem.B.RowStride * size % PageBytes == 0 && problem.B.RowStride != 0 && m > 4 * mr;

        bool packB = !contiguousB || ((!small || collidingB) && m > mr);
        bool packA = (collidingA || !small) && n > nr;
        int kc = small ? k : EvenPart(k, PackedDepth, 1);
        return new BlockPlan(
            mr,
            nr,
            packA ? EvenPart(m, PackedRows, mr) : m,
            small ? n : EvenPart(n, PackedColumns, nr),
            kc,
            packA,
            packB);
    }

    /// <summary>The size of the parts of a length when it is cut evenly into as few parts as a limit allows.</summary>
    public static int EvenPart(int length, int limit, int multiple)
    {
        int parts = (length + limit - 1) / limit;
        return parts <= 1 ? length : RoundUp((length + parts - 1) / parts, multiple);
    }

    public static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
