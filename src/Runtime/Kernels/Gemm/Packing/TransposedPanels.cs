using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Packs a panel whose lanes (rows of A, columns of B) do not lie side by side in memory.</summary>
internal static unsafe class TransposedPanels
{
    private const int ChunkDepth = 64;

    /// <summary>Packs one panel.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="laneStride">Distance between neighbouring lanes.</param>
    /// <param name="depthStride">Distance between steps of the depth.</param>
    /// <param name="width">Lanes.</param>
    /// <param name="depth">Steps.</param>
    /// <param name="panel">The destination.</param>
    /// <param name="panelStride">Distance between steps in the panel, at least the width.</param>
    public static void Pack<T>(T* source, nint laneStride, nint depthStride, int width, int depth, T* panel, nint panelStride)
        where T : unmanaged
    {
        if (depthStride != 1 || !Avx.IsSupported || sizeof(T) is not (4 or 8) || width < LanesAtOnce<T>())
        {
            Gather(source, laneStride, depthStride, width, depth, panel, panelStride);
            return;
        }

        // In chunks of the depth, so that the groups of lanes write to the same lines while those are in L1.
        for (int step = 0; step < depth; step += ChunkDepth)
            Transpose(source + step, laneStride, width, Math.Min(ChunkDepth, depth - step), panel + (step * panelStride), panelStride);
    }

    private static int LanesAtOnce<T>()
        where T : unmanaged => Vector256<byte>.Count / sizeof(T);

    private static void Transpose<T>(T* source, nint laneStride, int width, int depth, T* panel, nint panelStride)
        where T : unmanaged
    {
        for (int first = 0; first < width; first += LanesAtOnce<T>())
        {
            // The last group overlaps the one before it rather than being narrower.
            int lane = Math.Min(first, width - LanesAtOnce<T>());
            if (sizeof(T) == 4)
                TransposeEight((float*)source + (lane * laneStride), laneStride, depth, (float*)panel + lane, panelStride);
            else
                TransposeFour((double*)source + (lane * laneStride), laneStride, depth, (double*)panel + lane, panelStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(T* source, nint laneStride, nint depthStride, int width, int depth, T* panel, nint panelStride)
        where T : unmanaged
    {
        for (int lane = 0; lane < width; lane++, source += laneStride, panel++)
        {
            T* from = source;
            T* to = panel;
            for (int step = 0; step < depth; step++, from += depthStride, to += panelStride)
                *to = *from;
        }
    }

    /// <summary>
    /// Eight lanes of 4-byte elements. Four steps at a time: lane i shares a register with lane i + 4, so that
    /// transposing 4 by 4 within the halves leaves each step whole in one register.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeEight(float* source, nint laneStride, int depth, float* panel, nint panelStride)
    {
        float* upper = source + (4 * laneStride);
        int step = 0;
        for (; step + 4 <= depth; step += 4, source += 4, upper += 4)
        {
            Vector256<float> r0 = Vector256.Create(Vector128.Load(source), Vector128.Load(upper));
            Vector256<float> r1 = Vector256.Create(Vector128.Load(source + laneStride), Vector128.Load(upper + laneStride));
            Vector256<float> r2 = Vector256.Create(Vector128.Load(source + (2 * laneStride)), Vector128.Load(upper + (2 * laneStride)));
            Vector256<float> r3 = Vector256.Create(Vector128.Load(source + (3 * laneStride)), Vector128.Load(upper + (3 * laneStride)));
            Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble();
            Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble();
            Vector256<double> high01 = Avx.UnpackHigh(r0, r1).AsDouble();
            Vector256<double> high23 = Avx.UnpackHigh(r2, r3).AsDouble();
            Avx.UnpackLow(low01, low23).AsSingle().Store(panel);
            Avx.UnpackHigh(low01, low23).AsSingle().Store(panel + panelStride);
            panel += 2 * panelStride;
            Avx.UnpackLow(high01, high23).AsSingle().Store(panel);
            Avx.UnpackHigh(high01, high23).AsSingle().Store(panel + panelStride);
            panel += 2 * panelStride;
        }

        Gather(source, laneStride, 1, 8, depth - step, panel, panelStride);
    }

    /// <summary>Four lanes of 8-byte elements, two steps at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeFour(double* source, nint laneStride, int depth, double* panel, nint panelStride)
    {
        double* upper = source + (2 * laneStride);
        int step = 0;
        for (; step + 2 <= depth; step += 2, source += 2, upper += 2, panel += 2 * panelStride)
        {
            Vector256<double> even = Vector256.Create(Vector128.Load(source), Vector128.Load(upper));
            Vector256<double> odd = Vector256.Create(Vector128.Load(source + laneStride), Vector128.Load(upper + laneStride));
            Avx.UnpackLow(even, odd).Store(panel);
            Avx.UnpackHigh(even, odd).Store(panel + panelStride);
        }

        Gather(source, laneStride, 1, 4, depth - step, panel, panelStride);
    }
}
