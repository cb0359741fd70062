namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Exchanges the last two dimensions: the transpose of a matrix, or of each matrix of a batch. A vector and a scalar stay
    /// as they are. The result shares the storage of <paramref name="x"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <returns>A tensor over the same storage.</returns>
    [Operation(typeof(MatrixTransposeOperation))]
    [return: Shape("transpose(x)")]
    public static Tensor<T> MatrixTranspose<T>(Tensor<T> x)
        where T : unmanaged => Eager.View(default(MatrixTransposeOperation), x);
}

public static partial class TensorExtensions
{
    // A property T and a type parameter T would share one name.
    extension<TElement>(Tensor<TElement> x)
        where TElement : unmanaged
    {
        /// <inheritdoc cref="Ops.MatrixTranspose{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.MatrixTranspose))]
        public Tensor<TElement> T => Ops.MatrixTranspose(x);
    }
}

/// <summary>Exchanges the sizes and the strides of the last two dimensions, if there are two.</summary>
public readonly struct MatrixTransposeOperation : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MatrixTranspose));

    /// <inheritdoc/>
    public Layout Apply(Layout input) => input.Shape.Rank < 2 ? input : new TransposeOperation(-2, -1).Apply(input);
}
