namespace TypedTensors.Autograd;

/// <summary>
/// A recorded operation with several results. Each of them has a <see cref="ResultNode{T}"/>; those are recorded later, so that this node is run when the
/// cotangents of all have arrived.
/// </summary>
internal abstract class TupleNode : GradientNode
{
    /// <inheritdoc/>
    public sealed override Cotangent Add(Cotangent first, Cotangent second, bool isRecorded)
    {
        Tensor?[] parts = new Tensor?[first.Parts!.Length];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = first.Parts[i] ?? second.Parts![i];
        return new Cotangent(first.Value, IsOwned: false, parts);
    }

    /// <summary>Gives a result its part of the history.</summary>
    /// <param name="result">The result.</param>
    /// <param name="index">Which of the results it is.</param>
    /// <param name="count">How many there are.</param>
    public void Track<T>(Tensor<T> result, int index, int count)
        where T : unmanaged
    {
        if (GradientArithmetic<T>.Instance is not null)
            result.Track(new ResultNode<T>(this, index, count));
    }

    protected static TensorView<T> ViewOf<T>(Tensor? part)
        where T : unmanaged => OperationInput.ViewOf((Tensor<T>?)part);
}

/// <summary>One result of an operation with several: its cotangent waits for those of the others.</summary>
internal sealed class ResultNode<T>(TupleNode operation, int index, int count) : GradientNode<T>
    where T : unmanaged
{
    public override string Name => operation.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [operation];

    public override void Release()
    {
    }

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        Tensor?[] parts = new Tensor?[count];
        parts[index] = cotangent;
        pass.Deliver(operation, new Cotangent(cotangent, IsOwned: false, parts));
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass) => Propagate(cotangent, isOwned: false, pass);
}

/// <summary>A recorded operation of one tensor with two results.</summary>
internal sealed class PairNode<TOperation, TInput, TFirst, TSecond> : TupleNode
    where TOperation : struct, IPairOperation<TInput, TFirst, TSecond>
    where TInput : unmanaged
    where TFirst : unmanaged
    where TSecond : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TInput> _input;
    private SavedTensor<TInput> _savedInput;
    private SavedTensor<TFirst> _savedFirst;
    private SavedTensor<TSecond> _savedSecond;

    public PairNode(TOperation operation, Tensor<TInput> input, Tensor<TFirst> first, Tensor<TSecond> second)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _input = new(input, TOperation.Contract, 0);
        _savedInput = SavedTensor<TInput>.If(saves.HasFlag(Saved.Inputs), input);
        _savedFirst = SavedTensor<TFirst>.If(saves.HasFlag(Saved.Result), first);
        _savedSecond = SavedTensor<TSecond>.If(saves.HasFlag(Saved.Result), second);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_input.Node];

    public override void Release()
    {
        _savedInput.Release();
        _savedFirst.Release();
        _savedSecond.Release();
    }

    public override void Propagate(Cotangent cotangent, BackwardPass pass)
    {
        if (pass.CreatesGraph && _operation is IRecordedPairPullback<TInput, TFirst, TSecond> rule)
        {
            _input.DeliverRecorded(
                rule.RecordedPullback(
                    (Tensor<TFirst>?)cotangent.Parts![0],
                    (Tensor<TSecond>?)cotangent.Parts[1],
                    _input.Shape,
                    _savedInput.OpenIfSaved(Name),
                    _savedFirst.OpenIfSaved(Name),
                    _savedSecond.OpenIfSaved(Name)),
                pass);
            return;
        }

        Tensor<TInput>? gradient = _input.AllocateGradient();
        _operation.Pullback(
            ViewOf<TFirst>(cotangent.Parts![0]),
            ViewOf<TSecond>(cotangent.Parts[1]),
            _savedInput.Open(Name),
            _savedFirst.Open(Name),
            _savedSecond.Open(Name),
            OperationInput.ViewOf(gradient));
        if (pass.CreatesGraph && gradient is not null)
            Underivable.Track(gradient, Name, [.. cotangent.Parts, _savedInput.OpenIfSaved(Name), _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name)]);
        _input.Deliver(gradient, pass);
    }
}

/// <summary>A recorded operation of one tensor with three results.</summary>
internal sealed class TripleNode<TOperation, TInput, TFirst, TSecond, TThird> : TupleNode
    where TOperation : struct, ITripleOperation<TInput, TFirst, TSecond, TThird>
    where TInput : unmanaged
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TInput> _input;
    private SavedTensor<TInput> _savedInput;
    private SavedTensor<TFirst> _savedFirst;
    private SavedTensor<TSecond> _savedSecond;
    private SavedTensor<TThird> _savedThird;

    public TripleNode(TOperation operation, Tensor<TInput> input, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _input = new(input, TOperation.Contract, 0);
        _savedInput = SavedTensor<TInput>.If(saves.HasFlag(Saved.Inputs), input);
        _savedFirst = SavedTensor<TFirst>.If(saves.HasFlag(Saved.Result), first);
        _savedSecond = SavedTensor<TSecond>.If(saves.HasFlag(Saved.Result), second);
        _savedThird = SavedTensor<TThird>.If(saves.HasFlag(Saved.Result), third);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_input.Node];

    public override void Release()
    {
        _savedInput.Release();
        _savedFirst.Release();
        _savedSecond.Release();
        _savedThird.Release();
    }

    public override void Propagate(Cotangent cotangent, BackwardPass pass)
    {
        Tensor<TInput>? gradient = _input.AllocateGradient();
        _operation.Pullback(
            ViewOf<TFirst>(cotangent.Parts![0]),
            ViewOf<TSecond>(cotangent.Parts[1]),
            ViewOf<TThird>(cotangent.Parts[2]),
            _savedInput.Open(Name),
            _savedFirst.Open(Name),
            _savedSecond.Open(Name),
            _savedThird.Open(Name),
            OperationInput.ViewOf(gradient));
        if (pass.CreatesGraph && gradient is not null)
            Underivable.Track(gradient, Name, [.. cotangent.Parts, _savedInput.OpenIfSaved(Name), _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name), _savedThird.OpenIfSaved(Name)]);
        _input.Deliver(gradient, pass);
    }
}
