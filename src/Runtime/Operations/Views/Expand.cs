namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Repeats dimensions of size 1, and adds dimensions in front, without copying: the result shares the storage of
    /// <paramref name="x"/>, and repeated elements are the same memory.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="shape">The shape of the result; -1 keeps the size that the dimension has.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException">
    /// A dimension that is not 1 would change its size, or there are fewer sizes than dimensions.
    /// </exception>
    [Operation(typeof(ExpandOperation))]
    [return: Shape("expand(x, shape)")]
    public static Tensor<T> Expand<T>(Tensor<T> x, params ReadOnlySpan<int> shape)
        where T : unmanaged => Eager.View(new ExpandOperation(shape), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Expand{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Expand))]
        public Tensor<T> Expand(params ReadOnlySpan<int> shape) => Ops.Expand(x, shape);
    }
}

/// <summary>Gives repeated dimensions the stride 0.</summary>
/// <param name="shape">The shape of the result; -1 keeps a size.</param>
public readonly struct ExpandOperation(ReadOnlySpan<int> shape) : IViewOperation
{
    private readonly int[] _shape = shape.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Expand));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        int added = _shape.Length - input.Shape.Rank;
        if (added < 0)
            throw Contract.Refuse(input.Shape, _shape);
        int[] sizes = new int[_shape.Length];
        int[] strides = new int[_shape.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            int own = i < added ? 1 : input.Shape[i - added];
            // There is no size to keep for a dimension that is new.
            bool isSize = _shape[i] >= 0 || (_shape[i] == -1 && i >= added);
            sizes[i] = _shape[i] == -1 ? own : _shape[i];
            if (!isSize || (own != 1 && sizes[i] != own))
                throw Contract.Refuse(input.Shape, _shape);
            strides[i] = i < added || sizes[i] != own ? 0 : input.Strides[i - added];
        }

        return new Layout(new Shape(sizes), strides, input.Offset);
    }
}
