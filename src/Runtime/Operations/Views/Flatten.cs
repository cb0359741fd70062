namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Merges neighbouring dimensions into one. The result shares the storage of <paramref name="x"/> where the strides allow that.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape; a scalar becomes a vector of one element.</param>
    /// <param name="start">The first dimension to merge; a negative one counts from the end.</param>
    /// <param name="end">The last dimension to merge; a negative one counts from the end.</param>
    /// <returns>A tensor over the same storage, or over a copy.</returns>
    /// <exception cref="ShapeException">A dimension is out of range, or the last stands before the first.</exception>
    [Operation(typeof(FlattenOperation))]
    [return: Shape("flatten(x, start, end)")]
    public static Tensor<T> Flatten<T>(Tensor<T> x, int start = 0, int end = -1)
        where T : unmanaged
    {
        FlattenOperation operation = new(start, end);
        return Eager.View(operation, operation.IsWindowOn(x.Layout) ? x : Contiguous(x));
    }
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Flatten{T}(Tensor{T}, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Flatten))]
        public Tensor<T> Flatten(int start = 0, int end = -1) => Ops.Flatten(x, start, end);
    }
}

/// <summary>Merges neighbouring dimensions into one.</summary>
/// <param name="start">The first dimension to merge.</param>
/// <param name="end">The last dimension to merge.</param>
public readonly struct FlattenOperation(int start, int end) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Flatten));

    /// <inheritdoc/>
    public Layout Apply(Layout input) => new ReshapeOperation(ResultSizes(input.Shape)).Apply(input);

    /// <inheritdoc/>
    public bool IsWindowOn(Layout input) => new ReshapeOperation(ResultSizes(input.Shape)).IsWindowOn(input);

    private int[] ResultSizes(Shape input)
    {
        int rank = Math.Max(1, input.Rank);
        if (!Axes.TryResolve(start, rank, out int first) || !Axes.TryResolve(end, rank, out int last) || first > last)
            throw Contract.Refuse(input, start, end);
        if (input.Rank == 0)
            return [1];
        ReadOnlySpan<int> sizes = input.Sizes;
        int merged = 1;
        foreach (int size in sizes[first..(last + 1)])
            merged *= size;
        return [.. sizes[..first], merged, .. sizes[(last + 1)..]];
    }
}
