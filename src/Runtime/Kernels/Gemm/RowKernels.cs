using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>y (n) += x (k) B (k, n) where the rows of B are contiguous: B is read once, in the order of memory.</summary>
internal static unsafe class RowKernels<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Adds eight rows: y passes through the registers once for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddEightRows(T* x, nint xStride, T* b, nint bRowStride, T* y, int n)
    {
        TVector x0 = TLanes.Broadcast(x);
        TVector x1 = TLanes.Broadcast(x += xStride);
        TVector x2 = TLanes.Broadcast(x += xStride);
        TVector x3 = TLanes.Broadcast(x += xStride);
        TVector x4 = TLanes.Broadcast(x += xStride);
        TVector x5 = TLanes.Broadcast(x += xStride);
        TVector x6 = TLanes.Broadcast(x += xStride);
        TVector x7 = TLanes.Broadcast(x + xStride);
        nint stride3 = bRowStride * 3;
        T* b4 = b + (bRowStride * 4);

        int j = 0;
        for (; j + TLanes.Count <= n; j += TLanes.Count)
        {
            TVector sum = TLanes.Load(y);
            sum = TLanes.MultiplyAdd(x0, TLanes.Load(b), sum);
            sum = TLanes.MultiplyAdd(x1, TLanes.Load(b + bRowStride), sum);
            sum = TLanes.MultiplyAdd(x2, TLanes.Load(b + (bRowStride * 2)), sum);
            sum = TLanes.MultiplyAdd(x3, TLanes.Load(b + stride3), sum);
            sum = TLanes.MultiplyAdd(x4, TLanes.Load(b4), sum);
            sum = TLanes.MultiplyAdd(x5, TLanes.Load(b4 + bRowStride), sum);
            sum = TLanes.MultiplyAdd(x6, TLanes.Load(b4 + (bRowStride * 2)), sum);
            sum = TLanes.MultiplyAdd(x7, TLanes.Load(b4 + stride3), sum);
            TLanes.Store(sum, y);
            y += TLanes.Count;
            b += TLanes.Count;
            b4 += TLanes.Count;
        }

        int rest = n - j;
        if (rest > 0)
        {
            TVector mask = TLanes.Mask(rest);
            TVector sum = TLanes.LoadFirst(y, mask, rest);
            sum = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, mask, rest), sum);
            sum = TLanes.MultiplyAdd(x1, TLanes.LoadFirst(b + bRowStride, mask, rest), sum);
            sum = TLanes.MultiplyAdd(x2, TLanes.LoadFirst(b + (bRowStride * 2), mask, rest), sum);
            sum = TLanes.MultiplyAdd(x3, TLanes.LoadFirst(b + stride3, mask, rest), sum);
            sum = TLanes.MultiplyAdd(x4, TLanes.LoadFirst(b4, mask, rest), sum);
            sum = TLanes.MultiplyAdd(x5, TLanes.LoadFirst(b4 + bRowStride, mask, rest), sum);
            sum = TLanes.MultiplyAdd(x6, TLanes.LoadFirst(b4 + (bRowStride * 2), mask, rest), sum);
            sum = TLanes.MultiplyAdd(x7, TLanes.LoadFirst(b4 + stride3, mask, rest), sum);
            TLanes.StoreFirst(sum, y, mask, rest);
        }
    }

    /// <summary>Adds one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRow(T* x, T* b, T* y, int n)
    {
        TVector x0 = TLanes.Broadcast(x);
        int j = 0;
        for (; j + TLanes.Count <= n; j += TLanes.Count)
            TLanes.Store(TLanes.MultiplyAdd(x0, TLanes.Load(b + j), TLanes.Load(y + j)), y + j);

        int rest = n - j;
        if (rest > 0)
        {
            TVector mask = TLanes.Mask(rest);
            TVector sum = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b + j, mask, rest), TLanes.LoadFirst(y + j, mask, rest));
            TLanes.StoreFirst(sum, y + j, mask, rest);
        }
    }

    /// <summary>
    /// Adds all rows of a B that is at most two registers wide. Four steps of the depth have accumulators of their own, because a single chain
    /// of additions would wait for itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddNarrowRows(T* x, nint xStride, T* b, nint bRowStride, T* y, int n, int k)
    {
        int leftCount = Math.Min(n, TLanes.Count);
        int rightCount = n - leftCount;
        TVector leftMask = TLanes.Mask(leftCount);
        TVector rightMask = TLanes.Mask(rightCount);
        T* bRight = b + TLanes.Count;
        TVector left0 = TLanes.LoadFirst(y, leftMask, leftCount), left1 = default, left2 = default, left3 = default;
        TVector right0 = TLanes.LoadFirst(y + TLanes.Count, rightMask, rightCount), right1 = default, right2 = default, right3 = default;

        int p = 0;
        for (; p + 4 <= k; p += 4)
        {
            TVector x0 = TLanes.Broadcast(x);
            left0 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, leftMask, leftCount), left0);
            right0 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(bRight, rightMask, rightCount), right0);
            x += xStride;
            b += bRowStride;
            bRight += bRowStride;

            x0 = TLanes.Broadcast(x);
            left1 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, leftMask, leftCount), left1);
            right1 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(bRight, rightMask, rightCount), right1);
            x += xStride;
            b += bRowStride;
            bRight += bRowStride;

            x0 = TLanes.Broadcast(x);
            left2 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, leftMask, leftCount), left2);
            right2 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(bRight, rightMask, rightCount), right2);
            x += xStride;
            b += bRowStride;
            bRight += bRowStride;

            x0 = TLanes.Broadcast(x);
            left3 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, leftMask, leftCount), left3);
            right3 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(bRight, rightMask, rightCount), right3);
            x += xStride;
            b += bRowStride;
            bRight += bRowStride;
        }

        for (; p < k; p++, x += xStride, b += bRowStride, bRight += bRowStride)
        {
            TVector x0 = TLanes.Broadcast(x);
            left0 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(b, leftMask, leftCount), left0);
            right0 = TLanes.MultiplyAdd(x0, TLanes.LoadFirst(bRight, rightMask, rightCount), right0);
        }

        TVector left = TLanes.Add(TLanes.Add(left0, left1), TLanes.Add(left2, left3));
        TVector right = TLanes.Add(TLanes.Add(right0, right1), TLanes.Add(right2, right3));
        TLanes.StoreFirst(left, y, leftMask, leftCount);
        TLanes.StoreFirst(right, y + TLanes.Count, rightMask, rightCount);
    }
}
