using System.ComponentModel;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>
/// Where a result goes: into the caller's tensor at once, or, where that has gaps, holds an argument as well or is added to, into memory of the
/// workspace first.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Destination<T>
    where T : unmanaged
{
    private readonly Tensor<T> _tensor;
    private readonly bool _isDirect;
    private readonly bool _accumulates;
    private readonly bool _isZero;

    /// <summary>Prepares a tensor to receive a result.</summary>
    /// <param name="member">The member that computes it, for messages.</param>
    /// <param name="argument">The name of its parameter.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="staging">Memory for a result that cannot be written at once; null for a result that is zero.</param>
    /// <param name="workspace">The memory's workspace.</param>
    /// <param name="accumulates">Whether the result is added to what is there; only gradients are.</param>
    /// <param name="inputs">The tensors that are read.</param>
    /// <exception cref="ShapeException">The tensor has another shape.</exception>
    /// <exception cref="InvalidOperationException">The tensor is tracked by autograd, or several of its elements share one place in memory.</exception>
    public Destination(
        string member, string argument, Tensor<T> tensor, Shape shape, Slot<T>? staging, Workspace workspace, bool accumulates, params ReadOnlySpan<Tensor> inputs)
    {
        CompiledCode.CheckDestination(member, argument, tensor, shape);
        tensor.BeginWrite(member);
        _tensor = tensor;
        _accumulates = accumulates;
        _isZero = staging is null;
        _isDirect = !accumulates && CompiledCode.CanReceive(tensor) && !OverlapsAny(tensor, inputs);
        View = _isDirect || staging is null ? tensor.View : staging.In(workspace);
    }

    /// <summary>Where the result is to be written.</summary>
    public TensorView<T> View { get; }

    /// <summary>Takes the result to its place, if it is not there yet.</summary>
    public void Complete()
    {
        if (_isZero)
        {
            if (!_accumulates)
                CompiledCode.Fill(_tensor.View, default);
        }
        else if (_accumulates)
        {
            GradientArithmetic<T>.Instance!.AddInto(View, _tensor.View);
        }
        else if (!_isDirect)
        {
            StridedCopy.Run(View, _tensor.View);
        }
    }

    private static bool OverlapsAny(Tensor tensor, ReadOnlySpan<Tensor> inputs)
    {
        foreach (Tensor input in inputs)
        {
            if (CompiledCode.Overlaps(tensor, input))
                return true;
        }

        return false;
    }
}
