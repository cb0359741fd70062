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
}

internal readonly struct CloneOperation<T> : IOperation<T, T>
    where T : unmanaged
{
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Clone));

    public Shape ResultShape(Shape input) => input;

    public void Forward(TensorView<T> input, TensorView<T> result) => StridedCopy.Run(input, result);

    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        StridedCopy.Run(cotangent, inputCotangent);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <summary>A contiguous copy.</summary>
        /// <returns>A tensor of the same shape with memory of its own.</returns>
        [FormOf(typeof(Ops), nameof(Ops.Clone))]
        public Tensor<T> Clone() => Ops.Clone(x);

        /// <summary>The tensor itself where its elements lie in row-major order without gaps, else a contiguous copy.</summary>
        /// <returns>A contiguous tensor of the same shape.</returns>
        [FormOf(typeof(Ops), nameof(Ops.Clone))]
        public Tensor<T> Contiguous() => x.IsContiguous ? x : Ops.Clone(x);
    }
}
