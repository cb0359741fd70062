using TypedTensors.Kernels.Convolution;

namespace TypedTensors.Kernels.Pooling;

/// <summary>The sizes of a pooling over planes; a line is a plane with one row.</summary>
/// <param name="Planes">How many planes there are.</param>
/// <param name="Height">Rows of a plane.</param>
/// <param name="Width">Columns of a plane.</param>
/// <param name="OutputHeight">Rows of a result.</param>
/// <param name="OutputWidth">Columns of a result.</param>
/// <param name="Rows">How the window moves down.</param>
/// <param name="Columns">How the window moves to the right.</param>
internal readonly record struct PoolingGeometry(int Planes, int Height, int Width, int OutputHeight, int OutputWidth, SlidingWindow Rows, SlidingWindow Columns)
{
    /// <summary>Where in the elements a row of a plane begins to which an element of the window belongs.</summary>
    public int RowStart(int plane, int outputRow, int element) =>
        ((plane * Height) + (outputRow * Rows.Stride) - Rows.Padding + (element * Rows.Dilation)) * Width;
}
