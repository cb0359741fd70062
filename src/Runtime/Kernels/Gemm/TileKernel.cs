using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>
/// The register-blocked micro-kernel: a tile of C stays in registers over the whole depth, and each step is an outer product of a column
/// of A (broadcast element by element) with a row of B (one or two registers).
/// </summary>
/// <remarks>
/// One body serves all heights and widths: what a shape does not have is behind a condition that is constant per instantiation. The
/// accumulators are named locals because the compiler keeps neither arrays nor structs of vectors in registers, and the method calls
/// nothing that is not inlined, because a vector that lives across a call is spilled. Rows of A are addressed from two bases with scaled
/// multiples of the stride, few integer registers for any height; so A may have any strides, packed or not, and B needs
/// only contiguous rows.
/// </remarks>
internal static unsafe class TileKernel<T, TVector, TLanes, TRows, TColumns>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
    where TRows : struct, ITileRows
    where TColumns : struct, ITileColumns
{
    private static bool Wide => TColumns.Registers == 2;

    /// <summary>Computes one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Tile<T>* tile)
    {
        byte* a = (byte*)tile->A;
        byte* b = (byte*)tile->B;
        nint s = tile->ARowStride;
        nint s3 = s * 3;
        nint s5 = s * 5;
        byte* a7 = a + (s * 7);
        nint aStep = tile->ADepthStride;
        nint bStep = tile->BDepthStride;
        int last = tile->LastCount;
        TVector mask = TColumns.Partial ? TLanes.Mask(last) : default;

        TVector c0L = default, c0R = default;
        TVector c1L = default, c1R = default;
        TVector c2L = default, c2R = default;
        TVector c3L = default, c3R = default;
        TVector c4L = default, c4R = default;
        TVector c5L = default, c5R = default;
        TVector c6L = default, c6R = default;
        TVector c7L = default, c7R = default;
        TVector c8L = default, c8R = default;
        TVector c9L = default, c9R = default;
        TVector c10L = default, c10R = default;
        TVector c11L = default, c11R = default;
        TVector c12L = default, c12R = default;
        TVector c13L = default, c13R = default;

        for (nint depth = tile->Depth; depth > 0; depth--)
        {
            TVector left = Wide ? TLanes.Load((T*)b) : LoadLast((T*)b, mask, last);
            TVector right = Wide ? LoadLast((T*)b + TLanes.Count, mask, last) : default;
            TVector x;
            x = TLanes.Broadcast((T*)a);
            c0L = TLanes.MultiplyAdd(x, left, c0L);
            if (Wide)
                c0R = TLanes.MultiplyAdd(x, right, c0R);

            if (TRows.Count > 1)
            {
                x = TLanes.Broadcast((T*)(a + s));
                c1L = TLanes.MultiplyAdd(x, left, c1L);
                if (Wide)
                    c1R = TLanes.MultiplyAdd(x, right, c1R);
            }

            if (TRows.Count > 2)
            {
                x = TLanes.Broadcast((T*)(a + (s * 2)));
                c2L = TLanes.MultiplyAdd(x, left, c2L);
                if (Wide)
                    c2R = TLanes.MultiplyAdd(x, right, c2R);
            }

            if (TRows.Count > 3)
            {
                x = TLanes.Broadcast((T*)(a + s3));
                c3L = TLanes.MultiplyAdd(x, left, c3L);
                if (Wide)
                    c3R = TLanes.MultiplyAdd(x, right, c3R);
            }

            if (TRows.Count > 4)
            {
                x = TLanes.Broadcast((T*)(a + (s * 4)));
                c4L = TLanes.MultiplyAdd(x, left, c4L);
                if (Wide)
                    c4R = TLanes.MultiplyAdd(x, right, c4R);
            }

            if (TRows.Count > 5)
            {
                x = TLanes.Broadcast((T*)(a + s5));
                c5L = TLanes.MultiplyAdd(x, left, c5L);
                if (Wide)
                    c5R = TLanes.MultiplyAdd(x, right, c5R);
            }

            if (TRows.Count > 6)
            {
                x = TLanes.Broadcast((T*)(a + (s3 * 2)));
                c6L = TLanes.MultiplyAdd(x, left, c6L);
                if (Wide)
                    c6R = TLanes.MultiplyAdd(x, right, c6R);
            }

            if (TRows.Count > 7)
            {
                x = TLanes.Broadcast((T*)a7);
                c7L = TLanes.MultiplyAdd(x, left, c7L);
                if (Wide)
                    c7R = TLanes.MultiplyAdd(x, right, c7R);
            }

            if (TRows.Count > 8)
            {
                x = TLanes.Broadcast((T*)(a7 + s));
                c8L = TLanes.MultiplyAdd(x, left, c8L);
                if (Wide)
                    c8R = TLanes.MultiplyAdd(x, right, c8R);
            }

            if (TRows.Count > 9)
            {
                x = TLanes.Broadcast((T*)(a7 + (s * 2)));
                c9L = TLanes.MultiplyAdd(x, left, c9L);
                if (Wide)
                    c9R = TLanes.MultiplyAdd(x, right, c9R);
            }

            if (TRows.Count > 10)
            {
                x = TLanes.Broadcast((T*)(a7 + s3));
                c10L = TLanes.MultiplyAdd(x, left, c10L);
                if (Wide)
                    c10R = TLanes.MultiplyAdd(x, right, c10R);
            }

            if (TRows.Count > 11)
            {
                x = TLanes.Broadcast((T*)(a7 + (s * 4)));
                c11L = TLanes.MultiplyAdd(x, left, c11L);
                if (Wide)
                    c11R = TLanes.MultiplyAdd(x, right, c11R);
            }

            if (TRows.Count > 12)
            {
                x = TLanes.Broadcast((T*)(a7 + s5));
                c12L = TLanes.MultiplyAdd(x, left, c12L);
                if (Wide)
                    c12R = TLanes.MultiplyAdd(x, right, c12R);
            }

            if (TRows.Count > 13)
            {
                x = TLanes.Broadcast((T*)(a7 + (s3 * 2)));
                c13L = TLanes.MultiplyAdd(x, left, c13L);
                if (Wide)
                    c13R = TLanes.MultiplyAdd(x, right, c13R);
            }

            a += aStep;
            a7 += aStep;
            b += bStep;
        }

        byte* c = (byte*)tile->C;
        nint cStride = tile->CRowStride;
        bool accumulate = tile->Accumulate;
        StoreRow(c, c0L, c0R, accumulate, mask, last);
        if (TRows.Count > 1)
            StoreRow(c += cStride, c1L, c1R, accumulate, mask, last);
        if (TRows.Count > 2)
            StoreRow(c += cStride, c2L, c2R, accumulate, mask, last);
        if (TRows.Count > 3)
            StoreRow(c += cStride, c3L, c3R, accumulate, mask, last);
        if (TRows.Count > 4)
            StoreRow(c += cStride, c4L, c4R, accumulate, mask, last);
        if (TRows.Count > 5)
            StoreRow(c += cStride, c5L, c5R, accumulate, mask, last);
        if (TRows.Count > 6)
            StoreRow(c += cStride, c6L, c6R, accumulate, mask, last);
        if (TRows.Count > 7)
            StoreRow(c += cStride, c7L, c7R, accumulate, mask, last);
        if (TRows.Count > 8)
            StoreRow(c += cStride, c8L, c8R, accumulate, mask, last);
        if (TRows.Count > 9)
            StoreRow(c += cStride, c9L, c9R, accumulate, mask, last);
        if (TRows.Count > 10)
            StoreRow(c += cStride, c10L, c10R, accumulate, mask, last);
        if (TRows.Count > 11)
            StoreRow(c += cStride, c11L, c11R, accumulate, mask, last);
        if (TRows.Count > 12)
            StoreRow(c += cStride, c12L, c12R, accumulate, mask, last);
        if (TRows.Count > 13)
            StoreRow(c += cStride, c13L, c13R, accumulate, mask, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadLast(T* source, TVector mask, int last) =>
        TColumns.Partial ? TLanes.LoadFirst(source, mask, last) : TLanes.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(byte* row, TVector left, TVector right, bool accumulate, TVector mask, int last)
    {
        T* destination = (T*)row;
        if (Wide)
        {
            TLanes.Store(accumulate ? TLanes.Add(TLanes.Load(destination), left) : left, destination);
            destination += TLanes.Count;
        }

        TVector final = Wide ? right : left;
        if (accumulate)
            final = TLanes.Add(LoadLast(destination, mask, last), final);
        if (TColumns.Partial)
            TLanes.StoreFirst(final, destination, mask, last);
        else
            TLanes.Store(final, destination);
    }
}
