namespace TypedTensors.Autograd;

/// <summary>One recorded operation of the define-by-run tape. It belongs to the tensor that the operation returned.</summary>
internal abstract class GradientNode
{
    private static long _lastSequence;

    /// <summary>The order of recording: a node's inputs have smaller numbers, so that descending order is a reverse topological one.</summary>
    public long Sequence { get; } = Interlocked.Increment(ref _lastSequence);

    /// <summary>The name of the operation.</summary>
    public abstract string Name { get; }

    /// <summary>The nodes that the inputs came from; null for an input that is not tracked.</summary>
    public abstract IReadOnlyList<GradientNode?> Inputs { get; }

    /// <summary>The history of the returned tensor, when its gradient is to be kept; else null.</summary>
    public GradientHistory? Retained { get; set; }

    /// <summary>Takes the cotangent of the returned tensor and delivers those of the inputs.</summary>
    public abstract void Propagate(Cotangent cotangent, BackwardPass pass);

    /// <summary>Lets go of saved values.</summary>
    public abstract void Release();

    /// <summary>The sum of two cotangents of the returned tensor.</summary>
    /// <param name="first">The one that arrived first.</param>
    /// <param name="second">The other.</param>
    /// <param name="isRecorded">Whether the sum becomes part of the graph.</param>
    public abstract Cotangent Add(Cotangent first, Cotangent second, bool isRecorded);
}

/// <summary>A node whose tensor has elements of a known type.</summary>
internal abstract class GradientNode<T> : GradientNode
    where T : unmanaged
{
    /// <inheritdoc/>
    public sealed override Cotangent Add(Cotangent first, Cotangent second, bool isRecorded)
    {
        if (isRecorded)
            return new Cotangent(RecordedArithmetic<T>.Instance.Add((Tensor<T>)first.Value, (Tensor<T>)second.Value), IsOwned: false);
        Tensor<T> sum = (Tensor<T>)first.Value;
        if (!first.IsOwned)
            sum = sum.Copy();
        GradientArithmetic<T>.Instance!.AddInto(((Tensor<T>)second.Value).View, sum.View);
        return new Cotangent(sum, IsOwned: true);
    }

    /// <inheritdoc/>
    public sealed override void Propagate(Cotangent cotangent, BackwardPass pass)
    {
        if (pass.IsForTargets)
        {
            Tensor gradient = cotangent.IsOwned || pass.CreatesGraph ? cotangent.Value : ((Tensor<T>)cotangent.Value).Copy();
            if (pass.Capture(this, gradient))
                return;
            cotangent = cotangent with { IsOwned = false };
        }

        if (Retained is { } history && !pass.IsForTargets)
            Accumulate(history, cotangent with { IsOwned = false }, pass.CreatesGraph);
        if (pass.CreatesGraph)
            PropagateRecorded((Tensor<T>)cotangent.Value, pass);
        else
            Propagate((Tensor<T>)cotangent.Value, cotangent.IsOwned, pass);
    }

    /// <summary>Takes the cotangent of the returned tensor and delivers those of the inputs.</summary>
    protected abstract void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass);

    /// <summary>The same by recorded operations, so that what is delivered can be differentiated again.</summary>
    protected abstract void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass);

    /// <summary>Adds into the gradient that the user sees.</summary>
    protected static void Accumulate(GradientHistory history, Cotangent cotangent, bool isRecorded)
    {
        if (isRecorded)
        {
            var value = (Tensor<T>)cotangent.Value;
            history.Grad = history.Grad is Tensor<T> earlier ? RecordedArithmetic<T>.Instance.Add(earlier, value) : value;
        }
        else if (history.Grad is Tensor<T> grad)
        {
            GradientArithmetic<T>.Instance!.AddInto(((Tensor<T>)cotangent.Value).View, grad.View);
            grad.Storage.MarkWritten();
        }
        else
        {
            Tensor<T> value = (Tensor<T>)cotangent.Value;
            history.Grad = cotangent.IsOwned && value.IsContiguous ? value : value.Copy();
        }
    }
}

/// <summary>A cotangent on its way through the graph.</summary>
/// <param name="Value">The cotangent.</param>
/// <param name="IsOwned">Whether nothing else holds its memory, so that it may be added into or kept.</param>
/// <param name="Parts">At the node of an operation with several results the cotangent of each, null where none arrived; else null.</param>
internal readonly record struct Cotangent(Tensor Value, bool IsOwned, Tensor?[]? Parts = null);
