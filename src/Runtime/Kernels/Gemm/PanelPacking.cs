using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Copies a block of an operand into the order in which the micro-kernel reads it.</summary>
/// <remarks>
/// A panel is the part of a block that one tile reads: for each step of the depth, its elements across (rows of A, columns of B) side
/// by side. A and B^T are packed by the same code: <c>across</c> counts rows of A or columns of B.
/// </remarks>
internal static unsafe class PanelPacking
{
    /// <summary>Packs one panel.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="acrossStride">Distance between neighbours in a step.</param>
    /// <param name="depthStride">Distance between steps.</param>
    /// <param name="across">Elements of a step.</param>
    /// <param name="depth">Steps.</param>
    /// <param name="destination">The panel.</param>
    /// <param name="panelStride">Distance between steps in the panel, at least <paramref name="across"/>; what is between is not written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<T>(T* source, nint acrossStride, nint depthStride, int across, int depth, T* destination, nint panelStride)
        where T : unmanaged
    {
        if (acrossStride == 1)
        {
            for (int step = 0; step < depth; step++, source += depthStride, destination += panelStride)
                new ReadOnlySpan<T>(source, across).CopyTo(new Span<T>(destination, across));
            return;
        }

        for (int lane = 0; lane < across; lane++, source += acrossStride, destination++)
        {
            T* from = source;
            T* to = destination;
            for (int step = 0; step < depth; step++, from += depthStride, to += panelStride)
                *to = *from;
        }
    }
}
