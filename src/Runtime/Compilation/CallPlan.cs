using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedTensors.Compilation;

/// <summary>
/// The memory plan of one call of a generated member for particular sizes: made once, kept, and used without allocation. The generated class adds
/// the slots and windows of its member.
/// </summary>
/// <remarks>
/// A plan belongs to the workspace that it is added to, which is when slots get their places. Steps are counted as the member likes; two slots
/// share memory when no step needs both.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CallPlan
{
    private readonly List<MemoryRequest> _requests = [];

    /// <summary>Plans memory.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The shape of the contiguous tensor that will lie there.</param>
    /// <param name="firstStep">The first step that needs it.</param>
    /// <param name="lastStep">The last step that needs it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last step lies before the first.</exception>
    public Slot<T> Reserve<T>(Shape shape, int firstStep, int lastStep)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastStep, firstStep);
        var request = new MemoryRequest((long)shape.ElementCount * Unsafe.SizeOf<T>(), firstStep, lastStep);
        _requests.Add(request);
        return new Slot<T>(shape, request);
    }

    /// <summary>Plans a window on a contiguous tensor.</summary>
    /// <typeparam name="TOperation">The operation that gives the window.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="parent">The tensor's shape.</param>
    /// <param name="firstStep">The first step that needs the window.</param>
    /// <param name="lastStep">The last step that needs the window.</param>
    /// <exception cref="ShapeException">The operation refuses the shape.</exception>
    public Window<T> View<TOperation, T>(TOperation operation, Shape parent, int firstStep, int lastStep)
        where TOperation : struct, IViewOperation
        where T : unmanaged => View<TOperation, T>(operation, Contiguous(parent), firstStep, lastStep);

    /// <summary>Plans a window on a window.</summary>
    /// <typeparam name="TOperation">The operation that gives the window.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="parent">The window that it is applied to.</param>
    /// <param name="firstStep">The first step that needs the window.</param>
    /// <param name="lastStep">The last step that needs the window.</param>
    /// <exception cref="ShapeException">The operation refuses the shape.</exception>
    public Window<T> View<TOperation, T>(TOperation operation, Window<T> parent, int firstStep, int lastStep)
        where TOperation : struct, IViewOperation
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(parent);
        return View<TOperation, T>(operation, new Layout(parent.Shape, parent.Strides, 0), firstStep, lastStep);
    }

    /// <summary>Plans a list of slots for an operation on a list of tensors.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="slots">The slots; null for a tensor that is not there.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "A plan makes all that belongs to it.")]
    public SlotList<T> List<T>(params Slot<T>?[] slots)
        where T : unmanaged => new(slots);

    /// <summary>Gives every slot its place.</summary>
    /// <returns>How much memory that takes, in bytes.</returns>
    internal long Place() => MemoryPlanner.Place(_requests);

    private Window<T> View<TOperation, T>(TOperation operation, Layout parent, int firstStep, int lastStep)
        where TOperation : struct, IViewOperation
        where T : unmanaged
    {
        // What comes back through the window goes into a contiguous cotangent, whatever the parent's own window is.
        Layout onContiguous = operation.Apply(Contiguous(parent.Shape));
        return operation.IsWindowOn(parent)
            ? new Window<T>(operation.Apply(parent), onContiguous, parent.Shape, copy: null)
            : new Window<T>(onContiguous, onContiguous, parent.Shape, Reserve<T>(parent.Shape, firstStep, lastStep));
    }

    private static Layout Contiguous(Shape shape) => new(shape, shape.RowMajorStrides(), 0);
}
