using System.ComponentModel;

namespace TypedTensors.Compilation;

/// <summary>Planned memory for a contiguous tensor.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Slot<T>
    where T : unmanaged
{
    private readonly MemoryRequest _request;
    private readonly int[] _strides;

    internal Slot(Shape shape, MemoryRequest request)
    {
        Shape = shape;
        _strides = shape.RowMajorStrides();
        _request = request;
    }

    /// <summary>The shape of the tensor.</summary>
    public Shape Shape { get; }

    /// <summary>The tensor.</summary>
    /// <param name="workspace">The workspace that the slot's plan was added to.</param>
    /// <exception cref="InvalidOperationException">The plan was not added to the workspace.</exception>
    public TensorView<T> In(Workspace workspace) =>
        new(workspace.Memory.Part<T>(_request.Offset, Shape.ElementCount), Shape.Sizes, _strides);
}

/// <summary>Slots as the list that an operation on a list of tensors takes.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SlotList<T>
    where T : unmanaged
{
    private readonly Slot<T>?[] _slots;

    internal SlotList(Slot<T>?[] slots)
    {
        _slots = slots;
        Shapes = Array.ConvertAll(slots, slot => slot is null ? Shape.Scalar : slot.Shape);
    }

    /// <summary>The shapes of the slots; that of a scalar for one that is not there.</summary>
    public Shape[] Shapes { get; }

    /// <summary>The tensors.</summary>
    /// <param name="workspace">The workspace that the slots' plan was added to.</param>
    public TensorViewList<T> In(Workspace workspace) => new(_slots, workspace);
}
