using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The same elements without gaps in row-major order: <paramref name="x"/> itself where it is so already, else a copy.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    [Operation(typeof(ContiguousOperation<>))]
    [return: Shape("...s")]
    public static Tensor<T> Contiguous<T>([Shape("...s")] Tensor<T> x)
        where T : unmanaged => x.IsContiguous ? x : Eager.Run<ContiguousOperation<T>, T, T>(default, x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Contiguous{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Contiguous))]
        public Tensor<T> Contiguous() => Ops.Contiguous(x);
    }
}

/// <summary>Copies.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ContiguousOperation<T> : IOperation<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Contiguous));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input;

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => StridedCopy.Run(input, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        StridedCopy.Run(cotangent, inputCotangent);
}
