using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Picks the kernel of a tile's height and width. A kernel is compiled when it is first called.</summary>
internal static unsafe class TileKernels<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>The width of the widest tile.</summary>
    public static int TileColumns => 2 * TLanes.Count;

    /// <summary>The kernel for tiles that are two whole registers wide.</summary>
    public static delegate*<Tile<T>*, void> Whole(int rows) => OfWidth<TwoRegisters>(rows);

    /// <summary>The kernel for a narrower tile.</summary>
    /// <param name="rows">The height.</param>
    /// <param name="columns">The width in elements, at most <see cref="TileColumns"/>.</param>
    public static delegate*<Tile<T>*, void> Of(int rows, int columns)
    {
        bool partial = columns % TLanes.Count != 0;
        if (columns > TLanes.Count)
            return partial ? OfWidth<TwoRegistersLastPartial>(rows) : OfWidth<TwoRegisters>(rows);
        return partial ? OfWidth<OnePartialRegister>(rows) : OfWidth<OneRegister>(rows);
    }

    private static delegate*<Tile<T>*, void> OfWidth<TColumns>(int rows)
        where TColumns : struct, ITileColumns => rows switch
        {
            1 => &TileKernel<T, TVector, TLanes, Rows1, TColumns>.Run,
            2 => &TileKernel<T, TVector, TLanes, Rows2, TColumns>.Run,
            3 => &TileKernel<T, TVector, TLanes, Rows3, TColumns>.Run,
            4 => &TileKernel<T, TVector, TLanes, Rows4, TColumns>.Run,
            5 => &TileKernel<T, TVector, TLanes, Rows5, TColumns>.Run,
            6 => &TileKernel<T, TVector, TLanes, Rows6, TColumns>.Run,
            7 => &TileKernel<T, TVector, TLanes, Rows7, TColumns>.Run,
            8 => &TileKernel<T, TVector, TLanes, Rows8, TColumns>.Run,
            9 => &TileKernel<T, TVector, TLanes, Rows9, TColumns>.Run,
            10 => &TileKernel<T, TVector, TLanes, Rows10, TColumns>.Run,
            11 => &TileKernel<T, TVector, TLanes, Rows11, TColumns>.Run,
            12 => &TileKernel<T, TVector, TLanes, Rows12, TColumns>.Run,
            13 => &TileKernel<T, TVector, TLanes, Rows13, TColumns>.Run,
            14 => &TileKernel<T, TVector, TLanes, Rows14, TColumns>.Run,
            _ => throw new SwitchExpressionException(rows),
        };
}
