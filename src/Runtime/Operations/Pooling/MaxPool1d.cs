using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Pooling;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The largest element of each window that slides over lines. The gradient goes to the first of several, and NaN is larger than everything.</summary>
    /// <remarks>A dimension of a given size becomes <c>(size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1</c> long. With <c>ceilMode</c> the quotient is rounded up, as long as the last window begins
    /// before <c>size + padding</c>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (..., length).</param>
    /// <param name="kernel">How many elements a window holds.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is long when left out.</param>
    /// <param name="padding">How far windows reach beyond either side; at most half of the kernel, 0 when left out.</param>
    /// <param name="dilation">How far apart the elements of a window are; 1 when left out.</param>
    /// <param name="ceilMode">Whether the number of windows is rounded up: the last may reach beyond the padding, where it is cut.</param>
    /// <returns>A new tensor of shape (..., length').</returns>
    /// <exception cref="ShapeException">A window does not fit, or the padding is more than half of the kernel.</exception>
    [Operation(typeof(MaxPool1dOperation<>), Saves = Saved.Inputs)]
    [return: Shape("...batch", "pool(length, kernel, stride, padding, dilation, ceilMode)")]
    public static Tensor<T> MaxPool1d<T>([Shape("...batch, length")] Tensor<T> x, int kernel, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false)
        where T : unmanaged, INumber<T> => Eager.Run<MaxPool1dOperation<T>, T, T>(new MaxPool1dOperation<T>(kernel, stride, padding, dilation, ceilMode), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.MaxPool1d{T}(Tensor{T}, int, int?, int, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.MaxPool1d))]
        public Tensor<T> MaxPool1d(int kernel, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false) => Ops.MaxPool1d(x, kernel, stride, padding, dilation, ceilMode);
    }
}

/// <summary>Takes the largest elements of windows.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="kernel">How many elements a window holds.</param>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How far windows reach beyond either side.</param>
/// <param name="dilation">How far apart the elements of a window are.</param>
/// <param name="ceilMode">Whether the number of windows is rounded up.</param>
public readonly struct MaxPool1dOperation<T>(int kernel, int? stride, int padding, int dilation, bool ceilMode) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly PoolingSettings _settings = new(1)
    {
        Kernel = [kernel],
        Stride = stride is { } step ? [step] : [],
        Padding = [padding],
        Dilation = [dilation],
        CeilMode = ceilMode,
    };

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MaxPool1d));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        _settings.TryCompute(input, out Shape shape) ? shape : throw Contract.Refuse(input, kernel, stride, padding, dilation, ceilMode);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        using ElementList<T> elements = new(input);
        MaxPooling.Run<T>(_settings.Geometry(input.Sizes, result.Sizes), elements.Values, result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        using ElementList<T> elements = new(input), cotangents = new(cotangent);
        inputCotangent.Elements.Clear();
        MaxPooling.Pullback<T>(_settings.Geometry(input.Sizes, cotangent.Sizes), cotangents.Values, elements.Values, inputCotangent.Elements);
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result) => _settings.PullMaxRecorded(cotangent, input!);
}
