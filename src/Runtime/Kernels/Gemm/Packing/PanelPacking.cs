using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Copies a block of an operand into the order in which the micro-kernel reads it.</summary>
/// <remarks>
/// A panel is the part of a block that one tile reads: for each step of the depth, its lanes (rows of A, columns of B) side by side.
/// Panels follow each other, the panel of lane j at j times the depth. What a panel has between its width and its stride
/// is not written.
/// </remarks>
internal static unsafe class PanelPacking<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    // As many panels are written side by side as there are pages that the first level of the TLB surely has room for.
    private const int PanelsAtOnce = 16;

    /// <summary>Packs a block of A into panels as high as its tiles.</summary>
    public static void PackA(MatrixView<T> a, RowPanels panels, int depth, T* destination)
    {
        int taller = panels.TallerCount;
        int rows = panels.Start(taller);
        PackPanels(a.Transposed, taller, panels.Height(0), panels.Height(0), depth, destination);
        PackPanels(
            a.From(rows, 0).Transposed,
            panels.Count - taller,
            panels.Height(taller),
            panels.Height(taller),
            depth,
            destination + ((nint)rows * depth));
    }

    /// <summary>Packs a block of B into panels of the tiles' width, the last one narrower.</summary>
    public static void PackB(MatrixView<T> b, int columns, int depth, int panelWidth, T* destination)
    {
        int whole = columns / panelWidth;
        int rest = columns - (whole * panelWidth);
        PackPanels(b, whole, panelWidth, panelWidth, depth, destination);
        if (rest > 0)
            PackPanels(b.From(0, whole * panelWidth), 1, rest, panelWidth, depth, destination + ((nint)whole * panelWidth * depth));
    }

    /// <summary>Packs panels of one width from a matrix (depth, lanes).</summary>
    private static void PackPanels(MatrixView<T> source, int count, int width, int panelStride, int depth, T* destination)
    {
        nint panelSize = (nint)panelStride * depth;
        if (source.ColumnStride == 1)
        {
            for (int panel = 0; panel < count; panel += PanelsAtOnce)
            {
                int group = Math.Min(PanelsAtOnce, count - panel);
                CopyRows(source.From(0, (nint)panel * width), group, width, panelStride, depth, destination + (panel * panelSize));
            }

            return;
        }

        for (int panel = 0; panel < count; panel++)
        {
            TransposedPanels.Pack(
                source.At(0, (nint)panel * width),
                source.ColumnStride,
                source.RowStride,
                width,
                depth,
                destination + (panel * panelSize),
                panelStride);
        }
    }

    /// <summary>
    /// Copies whole rows, each cut up over several panels: panel by panel, every short piece of a row would be on another page.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(MatrixView<T> source, int count, int width, int panelStride, int depth, T* destination)
    {
        nint panelSize = (nint)panelStride * depth;
        int whole = width / TLanes.Count * TLanes.Count;
        int rest = width - whole;
        TVector mask = TLanes.Mask(rest);
        for (int step = 0; step < depth; step++, destination += panelStride)
        {
            T* from = source.At(step, 0);
            T* to = destination;
            for (int panel = 0; panel < count; panel++, from += width, to += panelSize)
            {
                for (int lane = 0; lane < whole; lane += TLanes.Count)
                    TLanes.Store(TLanes.Load(from + lane), to + lane);
                if (rest > 0)
                    TLanes.StoreFirst(TLanes.LoadFirst(from + whole, mask, rest), to + whole, mask, rest);
            }
        }
    }
}
