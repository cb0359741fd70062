using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A contiguous copy.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <returns>A tensor of the same shape with memory of its own.</returns>
    [Operation(typeof(CloneOperation<>))]
    [return: Shape("...x")]
    public static Tensor<T> Clone<T>(Tensor<T> x)
        where T : unmanaged => Eager.Run<CloneOperation<T>, T, T>(default, x);

    /// <summary>The tensor itself where its elements lie in row-major order without gaps, else a contiguous copy.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <returns>A contiguous tensor of the same shape.</returns>
    [FormOf(typeof(Ops), nameof(Clone))]
    public static Tensor<T> Contiguous<T>(Tensor<T> x)
        where T : unmanaged => x.IsContiguous ? x : Clone(x);
}

/// <summary>Copies every element.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct CloneOperation<T> : IOperation<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Clone));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input;

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => StridedCopy.Run(input, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        StridedCopy.Run(cotangent, inputCotangent);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Clone{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Clone))]
        public Tensor<T> Clone() => Ops.Clone(x);

        /// <inheritdoc cref="Ops.Contiguous{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Clone))]
        public Tensor<T> Contiguous() => Ops.Contiguous(x);
    }
}
