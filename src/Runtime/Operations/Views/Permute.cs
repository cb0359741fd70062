namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Reorders the dimensions. The result shares the storage of <paramref name="x"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dims">
    /// For each dimension of the result, the dimension of <paramref name="x"/> that it is; each exactly once. A negative one
    /// counts from the end.
    /// </param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException"><paramref name="dims"/> is not a permutation of the dimensions.</exception>
    [Operation(typeof(PermuteOperation))]
    [return: Shape("permute(x, dims)")]
    public static Tensor<T> Permute<T>(Tensor<T> x, params ReadOnlySpan<int> dims)
        where T : unmanaged => Eager.View(new PermuteOperation(dims), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Permute{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Permute))]
        public Tensor<T> Permute(params ReadOnlySpan<int> dims) => Ops.Permute(x, dims);
    }
}

/// <summary>Reorders sizes and strides.</summary>
/// <param name="dims">For each dimension of the result, the dimension of the argument that it is.</param>
public readonly struct PermuteOperation(ReadOnlySpan<int> dims) : IViewOperation
{
    private readonly int[] _dims = dims.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Permute));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        int rank = input.Shape.Rank;
        // An empty list would mark every axis: it is the permutation of a scalar only.
        if (_dims.Length != rank || !Axes.TryMark(_dims, stackalloc bool[rank]))
            throw Contract.Refuse(input.Shape, _dims);
        int[] sizes = new int[rank];
        int[] strides = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            int axis = input.Shape.NormalizeAxis(_dims[i]);
            sizes[i] = input.Shape[axis];
            strides[i] = input.Strides[axis];
        }

        return new Layout(new Shape(sizes), strides, input.Offset);
    }
}
