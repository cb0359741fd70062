namespace TypedTensors.Nn;

/// <summary>A convolution of images with a bias: windows of weights slide over them.</summary>
/// <remarks>
/// Weight and bias begin uniform within one over the root of how many inputs feed an output, <c>inChannels / groups * kh * kw</c>. Without a bias it is a
/// <see cref="Conv2dWithoutBias"/>.
/// </remarks>
/// <param name="inChannels">How many channels the input has.</param>
/// <param name="outChannels">How many channels the result has.</param>
/// <param name="kernelSize">How many elements a window holds.</param>
/// <param name="stride">How far the window moves; 1 when left out.</param>
/// <param name="padding">How many zeros there are on either side.</param>
/// <param name="dilation">How far apart the elements of the window are; 1 when left out.</param>
/// <param name="groups">Into how many parts the channels of input and result are divided; each part of the result sees its own part of the input only.</param>
[TensorModel]
[Where("inChannels % Groups == 0")]
[Where("outChannels % Groups == 0")]
public sealed partial class Conv2d(
    [Dim] int inChannels, [Dim] int outChannels, Pair kernelSize, Pair? stride = null, Pair padding = default, Pair? dilation = null, int groups = 1) : IModule
{
    /// <summary>The weights: for each output channel those of its part of the input's channels.</summary>
    [Parameter("outChannels, inChannels // Groups, KernelHeight, KernelWidth", FanIn = "inChannels // Groups * KernelHeight * KernelWidth")]
    public partial Tensor<float> Weight { get; }

    /// <summary>What is added to each output channel.</summary>
    [Parameter("outChannels", FanIn = "inChannels // Groups * KernelHeight * KernelWidth")]
    public partial Tensor<float> Bias { get; }

    /// <summary>The height of the window.</summary>
    [Dim]
    public int KernelHeight { get; } = kernelSize.Height;

    /// <summary>The width of the window.</summary>
    [Dim]
    public int KernelWidth { get; } = kernelSize.Width;

    /// <summary>How far the window moves down.</summary>
    [Dim]
    public int StrideHeight { get; } = (stride ?? 1).Height;

    /// <summary>How far the window moves to the right.</summary>
    [Dim]
    public int StrideWidth { get; } = (stride ?? 1).Width;

    /// <summary>How many zeros there are beyond top and bottom.</summary>
    [Dim]
    public int PaddingHeight { get; } = padding.Height;

    /// <summary>How many zeros there are beyond left and right.</summary>
    [Dim]
    public int PaddingWidth { get; } = padding.Width;

    /// <summary>How far apart the elements of the window are, downwards.</summary>
    [Dim]
    public int DilationHeight { get; } = (dilation ?? 1).Height;

    /// <summary>How far apart the elements of the window are, to the right.</summary>
    [Dim]
    public int DilationWidth { get; } = (dilation ?? 1).Width;

    /// <summary>Into how many parts the channels are divided.</summary>
    [Dim]
    public int Groups { get; } = ModuleArguments.CheckGroups("Conv2d", groups, inChannels, outChannels);

    /// <summary>The convolution of each image.</summary>
    /// <param name="x">Shape (..., inChannels, h, w).</param>
    /// <returns>Shape (..., outChannels, h', w').</returns>
    /// <exception cref="ShapeException">The number of channels is another, or the window does not fit.</exception>
    [Differentiable(nameof(x))]
    [return: Shape(
        "...batch, outChannels",
        "window(h, KernelHeight, StrideHeight, PaddingHeight, DilationHeight)",
        "window(w, KernelWidth, StrideWidth, PaddingWidth, DilationWidth)")]
    public Tensor<float> Forward([Shape("...batch, inChannels, h, w")] Tensor<float> x) => Ops.Conv2d(
        x, Weight, Bias, [StrideHeight, StrideWidth], [PaddingHeight, PaddingWidth], [DilationHeight, DilationWidth], Groups);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => ModuleText.Conv2d(
        inChannels, outChannels, (KernelHeight, KernelWidth), (StrideHeight, StrideWidth), (PaddingHeight, PaddingWidth), (DilationHeight, DilationWidth), Groups, hasBias: true);
}
