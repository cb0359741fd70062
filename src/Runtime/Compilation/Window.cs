using System.ComponentModel;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>A planned window on a tensor, which it shares the memory of; or on a compact copy, where the tensor's strides allow no such window.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Window<T>
    where T : unmanaged
{
    private readonly Layout _layout;
    private readonly Layout _onContiguous;
    private readonly bool _coversOnce;
    private readonly Slot<T>? _copy;

    /// <param name="layout">Where the window lies, from the parent's first element on; or from the copy's.</param>
    /// <param name="onContiguous">Where it lies on a contiguous parent.</param>
    /// <param name="parent">The parent's shape.</param>
    /// <param name="copy">Memory for a contiguous copy of the parent, where one is needed.</param>
    internal Window(Layout layout, Layout onContiguous, Shape parent, Slot<T>? copy)
    {
        _layout = layout;
        _onContiguous = onContiguous;
        _copy = copy;
        _coversOnce = layout.Shape.ElementCount == parent.ElementCount && !Repeats(onContiguous);
    }

    /// <summary>The shape of the window.</summary>
    public Shape Shape => _layout.Shape;

    /// <summary>The strides of the window.</summary>
    internal int[] Strides => _layout.Strides;

    /// <summary>The window on a tensor.</summary>
    /// <param name="parent">The tensor, with the layout that was planned for.</param>
    /// <param name="workspace">The workspace that the plan was added to.</param>
    public TensorView<T> Of(TensorView<T> parent, Workspace workspace)
    {
        if (_copy is not null)
        {
            TensorView<T> copy = _copy.In(workspace);
            StridedCopy.Run(parent, copy);
            parent = copy;
        }

        return Through(_layout, parent);
    }

    /// <summary>Computes the cotangent of the parent: the window's, where the window lies, and zero elsewhere.</summary>
    /// <param name="cotangent">The window's cotangent, of its shape and any strides.</param>
    /// <param name="parentCotangent">Contiguous memory of the parent's shape; every element is written.</param>
    public void Pullback(TensorView<T> cotangent, TensorView<T> parentCotangent)
    {
        TensorView<T> throughWindow = Through(_onContiguous, parentCotangent);
        if (_coversOnce)
        {
            StridedCopy.Run(cotangent, throughWindow);
            return;
        }

        parentCotangent.Elements.Clear();
        GradientArithmetic<T>.Instance!.AddInto(cotangent, throughWindow);
    }

    private static TensorView<T> Through(Layout layout, TensorView<T> parent) =>
        new(layout.Shape.ElementCount == 0 ? [] : parent.Buffer[layout.Offset..], layout.Shape.Sizes, layout.Strides);

    /// <summary>Whether two positions of a window may be the same element: for certain not, where each stride steps over all that lies within it.</summary>
    private static bool Repeats(Layout layout)
    {
        long extent = 1;
        foreach ((int stride, int size) in layout.Strides.Zip(layout.Shape.Sizes.ToArray()).Where(axis => axis.Second != 1).OrderBy(axis => axis.First))
        {
            if (stride < extent)
                return true;
            extent += (long)stride * (size - 1);
        }

        return false;
    }
}
