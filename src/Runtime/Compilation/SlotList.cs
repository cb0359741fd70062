using System.ComponentModel;

namespace TypedTensors.Compilation;

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
