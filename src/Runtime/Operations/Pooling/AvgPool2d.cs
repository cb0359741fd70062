using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Pooling;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The mean of each window that slides over planes.</summary>
    /// <remarks>A dimension of a given size becomes <c>(size + 2 * padding - kernel) / stride + 1</c> long. With <c>ceilMode</c> the quotient is rounded up, as long as the last window begins
    /// before <c>size + padding</c>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (..., h, w).</param>
    /// <param name="kernel">How many elements a window holds: one integer for both dimensions, or one for each.</param>
    /// <param name="stride">How far the window moves: one integer for both dimensions, or one for each; as far as the kernel is long when left out.</param>
    /// <param name="padding">How far windows reach beyond either side: one integer for both dimensions, or one for each; at most half of the kernel, 0 when left out.</param>
    /// <param name="countIncludePad">Whether the padding counts as zeros (what is cut beyond it does not); otherwise the mean is that of the elements alone.</param>
    /// <param name="ceilMode">Whether the number of windows is rounded up: the last may reach beyond the padding, where it is cut.</param>
    /// <returns>A new tensor of shape (..., h', w').</returns>
    /// <exception cref="ShapeException">A window does not fit, or the padding is more than half of the kernel.</exception>
    [Operation(typeof(AvgPool2dOperation<>))]
    [return: Shape(
        "...batch",
        "pool(h, entry(kernel, 0, 2), entry(stride, 0, 2, entry(kernel, 0, 2)), entry(padding, 0, 2, 0), 1, ceilMode)",
        "pool(w, entry(kernel, 1, 2), entry(stride, 1, 2, entry(kernel, 1, 2)), entry(padding, 1, 2, 0), 1, ceilMode)")]
    public static Tensor<T> AvgPool2d<T>([Shape("...batch, h, w")] Tensor<T> x, ReadOnlySpan<int> kernel, ReadOnlySpan<int> stride = default, ReadOnlySpan<int> padding = default, bool countIncludePad = true, bool ceilMode = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<AvgPool2dOperation<T>, T, T>(new AvgPool2dOperation<T>(kernel, stride, padding, countIncludePad, ceilMode), x);

    /// <inheritdoc cref="AvgPool2d{T}(Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, bool, bool)"/>
    [FormOf(typeof(Ops), nameof(AvgPool2d))]
    public static Tensor<T> AvgPool2d<T>(Tensor<T> x, int kernel, int? stride = null, int padding = 0, bool countIncludePad = true, bool ceilMode = false)
        where T : unmanaged, IFloatingPointIeee754<T> => AvgPool2d(x, [kernel], [stride ?? kernel], [padding], countIncludePad, ceilMode);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.AvgPool2d{T}(Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, bool, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.AvgPool2d))]
        public Tensor<T> AvgPool2d(ReadOnlySpan<int> kernel, ReadOnlySpan<int> stride = default, ReadOnlySpan<int> padding = default, bool countIncludePad = true, bool ceilMode = false) => Ops.AvgPool2d(x, kernel, stride, padding, countIncludePad, ceilMode);

        /// <inheritdoc cref="Ops.AvgPool2d{T}(Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, bool, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.AvgPool2d))]
        public Tensor<T> AvgPool2d(int kernel, int? stride = null, int padding = 0, bool countIncludePad = true, bool ceilMode = false) => Ops.AvgPool2d(x, kernel, stride, padding, countIncludePad, ceilMode);
    }
}

/// <summary>Takes the means of windows.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernel">How many elements a window holds.</param>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How far windows reach beyond either side.</param>
/// <param name="countIncludePad">Whether the padding counts.</param>
/// <param name="ceilMode">Whether the number of windows is rounded up.</param>
public readonly struct AvgPool2dOperation<T>(ReadOnlySpan<int> kernel, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, bool countIncludePad, bool ceilMode) : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly PoolingSettings _settings = new(2)
    {
        Kernel = kernel.ToArray(),
        Stride = stride.ToArray(),
        Padding = padding.ToArray(),
        CeilMode = ceilMode,
    };

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.AvgPool2d));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        _settings.TryCompute(input, out Shape shape) ? shape : throw Contract.Refuse(input, _settings.Kernel, _settings.Stride, _settings.Padding, countIncludePad, ceilMode);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        using ElementList<T> elements = new(input);
        AveragePooling.Run<T>(_settings.Geometry(input.Sizes, result.Sizes), countIncludePad, elements.Values, result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        using ElementList<T> cotangents = new(cotangent);
        inputCotangent.Elements.Clear();
        AveragePooling.Pullback<T>(_settings.Geometry(inputCotangent.Sizes, cotangent.Sizes), countIncludePad, cotangents.Values, inputCotangent.Elements);
    }
}
