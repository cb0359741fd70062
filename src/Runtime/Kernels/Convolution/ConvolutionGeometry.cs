namespace TypedTensors.Kernels.Convolution;

/// <summary>The sizes of a convolution over planes; a line is a plane with one row.</summary>
/// <param name="Images">How many images there are.</param>
/// <param name="Groups">Into how many independent parts the channels are divided.</param>
/// <param name="Channels">Channels of an image in each group.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Outputs">Channels of a result in each group.</param>
/// <param name="OutputHeight">Rows of a result.</param>
/// <param name="OutputWidth">Columns of a result.</param>
/// <param name="Rows">How the window moves down.</param>
/// <param name="Columns">How the window moves to the right.</param>
internal readonly record struct ConvolutionGeometry(
    int Images,
    int Groups,
    int Channels,
    int Height,
    int Width,
    int Outputs,
    int OutputHeight,
    int OutputWidth,
    SlidingWindow Rows,
    SlidingWindow Columns)
{
    /// <summary>How many elements a window holds over all channels of a group.</summary>
    public int WindowSize => Channels * Rows.Kernel * Columns.Kernel;

    public int ImageSize => Channels * Height * Width;

    public int OutputPlane => OutputHeight * OutputWidth;

    public int OutputSize => Outputs * OutputPlane;

    /// <summary>Whether every window is one element, so that an image is the matrix of its windows.</summary>
    public bool IsPointwise => Rows == SlidingWindow.Single && Columns == SlidingWindow.Single;
}
