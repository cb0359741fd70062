using System.Numerics;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The sum of the diagonal of a matrix.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A matrix, which need not be square.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException"><paramref name="x"/> is not a matrix.</exception>
    [Operation(typeof(TraceOperation<>))]
    [return: Shape]
    public static Tensor<T> Trace<T>([Shape("n, m")] Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Run<TraceOperation<T>, T, T>(default, x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Trace{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Trace))]
        public Tensor<T> Trace() => Ops.Trace(x);
    }
}

/// <summary>Sums the diagonal.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct TraceOperation<T> : IOperation<T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Trace));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input.Rank == 2 ? Shape.Scalar : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        ReductionDriver.Run<SumFold<T>, T>(
            new TensorView<T>(input.Buffer, [Math.Min(input.Sizes[0], input.Sizes[1])], [input.Strides[0] + input.Strides[1]]), [true], result.Elements);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        Span<T> elements = inputCotangent.Elements;
        elements.Clear();
        int columns = inputCotangent.Sizes[1];
        for (int i = 0; i < Math.Min(inputCotangent.Sizes[0], columns); i++)
            elements[i * (columns + 1)] = cotangent.First;
    }
}
