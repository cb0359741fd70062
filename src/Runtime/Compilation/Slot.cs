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
