namespace TypedTensors.Nn;

/// <summary>The largest element of each window that slides over planes.</summary>
/// <param name="kernelSize">How many elements a window holds.</param>
/// <param name="stride">How far the window moves; as far as the kernel is long when left out.</param>
/// <param name="padding">How far windows reach beyond either side; at most half of the kernel.</param>
/// <param name="dilation">How far apart the elements of a window are; 1 when left out.</param>
[TensorModel]
public sealed partial class MaxPool2d(Pair kernelSize, Pair? stride = null, Pair padding = default, Pair? dilation = null) : IModule
{
    /// <summary>The height of the window.</summary>
    [Dim]
    public int KernelHeight { get; } = kernelSize.Height;

    /// <summary>The width of the window.</summary>
    [Dim]
    public int KernelWidth { get; } = kernelSize.Width;

    /// <summary>How far the window moves down.</summary>
    [Dim]
    public int StrideHeight { get; } = (stride ?? kernelSize).Height;

    /// <summary>How far the window moves to the right.</summary>
    [Dim]
    public int StrideWidth { get; } = (stride ?? kernelSize).Width;

    /// <summary>How far windows reach beyond top and bottom.</summary>
    [Dim]
    public int PaddingHeight { get; } = padding.Height;

    /// <summary>How far windows reach beyond left and right.</summary>
    [Dim]
    public int PaddingWidth { get; } = padding.Width;

    /// <summary>How far apart the elements of the window are, downwards.</summary>
    [Dim]
    public int DilationHeight { get; } = (dilation ?? 1).Height;

    /// <summary>How far apart the elements of the window are, to the right.</summary>
    [Dim]
    public int DilationWidth { get; } = (dilation ?? 1).Width;

    /// <summary>The largest element of each window.</summary>
    /// <param name="x">Shape (..., h, w).</param>
    /// <returns>Shape (..., h', w').</returns>
    /// <exception cref="ShapeException">A window does not fit, or the padding is more than half of the kernel.</exception>
    [Differentiable(nameof(x))]
    [return: Shape(
        "...batch",
        "pool(h, KernelHeight, StrideHeight, PaddingHeight, DilationHeight)",
        "pool(w, KernelWidth, StrideWidth, PaddingWidth, DilationWidth)")]
    public Tensor<float> Forward([Shape("...batch, h, w")] Tensor<float> x) =>
        Ops.MaxPool2d(x, [KernelHeight, KernelWidth], [StrideHeight, StrideWidth], [PaddingHeight, PaddingWidth], [DilationHeight, DilationWidth]);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => $"MaxPool2d(kernel_size={ModuleText.Short((KernelHeight, KernelWidth))}, "
        + $"stride={ModuleText.Short((StrideHeight, StrideWidth))}, padding={ModuleText.Short((PaddingHeight, PaddingWidth))}, "
        + $"dilation={ModuleText.Short((DilationHeight, DilationWidth))}, ceil_mode=False)";
}
