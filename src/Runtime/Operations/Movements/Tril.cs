namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The lower triangle: what lies above a diagonal is zero.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A matrix, or a batch of matrices.</param>
    /// <param name="diagonal">Which diagonal: 0 is the one that begins in the corner, positive ones lie above it.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException"><paramref name="x"/> has fewer than two dimensions.</exception>
    [Operation(typeof(TrilOperation<>))]
    [return: Shape("...b, n, m")]
    public static Tensor<T> Tril<T>([Shape("...b, n, m")] Tensor<T> x, int diagonal = 0)
        where T : unmanaged => Eager.Run<TrilOperation<T>, T, T>(new TrilOperation<T>(diagonal), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Tril{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Tril))]
        public Tensor<T> Tril(int diagonal = 0) => Ops.Tril(x, diagonal);
    }
}

/// <summary>Keeps the lower triangle.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="diagonal">Which diagonal.</param>
public readonly struct TrilOperation<T>(int diagonal) : IOperation<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Tril));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input.Rank >= 2 ? input : throw Contract.Refuse(input, diagonal);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => Triangle.Copy(input, result, diagonal, isLower: true);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        Triangle.Copy(cotangent, inputCotangent, diagonal, isLower: true);
}
