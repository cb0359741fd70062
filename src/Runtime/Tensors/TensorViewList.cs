namespace TypedTensors;

/// <summary>What a kernel sees of a list of tensors.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct TensorViewList<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<Tensor<T>?> _tensors;

    internal TensorViewList(ReadOnlySpan<Tensor<T>?> tensors) => _tensors = tensors;

    /// <summary>The number of tensors.</summary>
    public int Count => _tensors.Length;

    /// <summary>One of the tensors; the absent view where there is none.</summary>
    /// <param name="index">Its position in the list.</param>
    public TensorView<T> this[int index] => _tensors[index] is { } tensor ? tensor.View : default;
}
