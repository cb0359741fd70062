using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>y (n) += x (k) B (k, n) where x and the columns of B are contiguous: dot products along the registers.</summary>
internal static unsafe class DotKernels<T, TVector, TLanes>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Adds the dot products of four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFourDots(T* x, T* b, nint bColumnStride, T* y, nint yStride, int k)
    {
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        TVector odd0 = default, odd1 = default, odd2 = default, odd3 = default;
        T* b1 = b + bColumnStride;
        T* b2 = b1 + bColumnStride;
        T* b3 = b2 + bColumnStride;
        int p = 0;
        for (; p + (2 * TLanes.Count) <= k; p += 2 * TLanes.Count)
        {
            TVector even = TLanes.Load(x + p);
            sum0 = TLanes.MultiplyAdd(even, TLanes.Load(b + p), sum0);
            sum1 = TLanes.MultiplyAdd(even, TLanes.Load(b1 + p), sum1);
            sum2 = TLanes.MultiplyAdd(even, TLanes.Load(b2 + p), sum2);
            sum3 = TLanes.MultiplyAdd(even, TLanes.Load(b3 + p), sum3);
            int q = p + TLanes.Count;
            TVector odd = TLanes.Load(x + q);
            odd0 = TLanes.MultiplyAdd(odd, TLanes.Load(b + q), odd0);
            odd1 = TLanes.MultiplyAdd(odd, TLanes.Load(b1 + q), odd1);
            odd2 = TLanes.MultiplyAdd(odd, TLanes.Load(b2 + q), odd2);
            odd3 = TLanes.MultiplyAdd(odd, TLanes.Load(b3 + q), odd3);
        }

        while (p < k)
        {
            int rest = Math.Min(k - p, TLanes.Count);
            TVector mask = TLanes.Mask(rest);
            TVector last = TLanes.LoadFirst(x + p, mask, rest);
            sum0 = TLanes.MultiplyAdd(last, TLanes.LoadFirst(b + p, mask, rest), sum0);
            sum1 = TLanes.MultiplyAdd(last, TLanes.LoadFirst(b1 + p, mask, rest), sum1);
            sum2 = TLanes.MultiplyAdd(last, TLanes.LoadFirst(b2 + p, mask, rest), sum2);
            sum3 = TLanes.MultiplyAdd(last, TLanes.LoadFirst(b3 + p, mask, rest), sum3);
            p += rest;
        }

        *y += TLanes.Sum(TLanes.Add(sum0, odd0));
        y[yStride] += TLanes.Sum(TLanes.Add(sum1, odd1));
        y[2 * yStride] += TLanes.Sum(TLanes.Add(sum2, odd2));
        y[3 * yStride] += TLanes.Sum(TLanes.Add(sum3, odd3));
    }

    /// <summary>Adds the dot product of one column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddDot(T* x, T* b, T* y, int k)
    {
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int p = 0;
        for (; p + (4 * TLanes.Count) <= k; p += 4 * TLanes.Count)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x + p), TLanes.Load(b + p), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(x + p + TLanes.Count), TLanes.Load(b + p + TLanes.Count), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(x + p + (2 * TLanes.Count)), TLanes.Load(b + p + (2 * TLanes.Count)), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(x + p + (3 * TLanes.Count)), TLanes.Load(b + p + (3 * TLanes.Count)), sum3);
        }

        while (p < k)
        {
            int rest = Math.Min(k - p, TLanes.Count);
            TVector mask = TLanes.Mask(rest);
            sum0 = TLanes.MultiplyAdd(TLanes.LoadFirst(x + p, mask, rest), TLanes.LoadFirst(b + p, mask, rest), sum0);
            p += rest;
        }

        *y += TLanes.Sum(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)));
    }
}
