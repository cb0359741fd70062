using TypedTensors.Compilation;

namespace TypedTensors;

/// <summary>What a kernel sees of a list of tensors.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct TensorViewList<T>
    where T : unmanaged
{
    // A list is either of tensors or of slots in a workspace; views cannot be elements of a span themselves.
    private readonly ReadOnlySpan<Tensor<T>?> _tensors;
    private readonly ReadOnlySpan<Slot<T>?> _slots;
    private readonly Workspace? _workspace;

    internal TensorViewList(ReadOnlySpan<Tensor<T>?> tensors) => _tensors = tensors;

    internal TensorViewList(ReadOnlySpan<Slot<T>?> slots, Workspace workspace)
    {
        _slots = slots;
        _workspace = workspace;
    }

    /// <summary>The number of tensors.</summary>
    public int Count => _workspace is null ? _tensors.Length : _slots.Length;

    /// <summary>One of the tensors; the absent view where there is none.</summary>
    /// <param name="index">Its position in the list.</param>
    public TensorView<T> this[int index] =>
        _workspace is { } workspace ? (_slots[index] is { } slot ? slot.In(workspace) : default)
        : _tensors[index] is { } tensor ? tensor.View
        : default;
}
