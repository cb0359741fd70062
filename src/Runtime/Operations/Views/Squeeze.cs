namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Removes a dimension if its size is 1, or all dimensions whose size is. The result shares the storage of <paramref name="x"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end. All when left out.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(SqueezeOperation))]
    [return: Shape("squeeze(x, dim)")]
    public static Tensor<T> Squeeze<T>(Tensor<T> x, int? dim = null)
        where T : unmanaged => Eager.View(new SqueezeOperation(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Squeeze{T}(Tensor{T}, int?)"/>
        [FormOf(typeof(Ops), nameof(Ops.Squeeze))]
        public Tensor<T> Squeeze(int? dim = null) => Ops.Squeeze(x, dim);
    }
}

/// <summary>Removes dimensions of size 1.</summary>
/// <param name="dim">The dimension; all when null.</param>
public readonly struct SqueezeOperation(int? dim) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Squeeze));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        ReadOnlySpan<int> chosen = dim is { } axis ? [axis] : [];
        bool[] isChosen = new bool[input.Shape.Rank];
        if (!Axes.TryMark(chosen, isChosen))
            throw Contract.Refuse(input.Shape, dim);
        List<int> sizes = [];
        List<int> strides = [];
        for (int i = 0; i < isChosen.Length; i++)
        {
            if (isChosen[i] && input.Shape[i] == 1)
                continue;
            sizes.Add(input.Shape[i]);
            strides.Add(input.Strides[i]);
        }

        return new Layout(new Shape([.. sizes]), [.. strides], input.Offset);
    }
}
