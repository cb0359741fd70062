namespace TypedTensors.Autograd;

/// <summary>A recorded operation of four tensors.</summary>
internal sealed class OperationNode<TOperation, TFirst, TSecond, TThird, TFourth, TResult> : GradientNode<TResult>
    where TOperation : struct, IOperation<TFirst, TSecond, TThird, TFourth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TFirst> _first;
    private readonly OperationInput<TSecond> _second;
    private readonly OperationInput<TThird> _third;
    private readonly OperationInput<TFourth> _fourth;
    private SavedTensor<TFirst> _savedFirst;
    private SavedTensor<TSecond> _savedSecond;
    private SavedTensor<TThird> _savedThird;
    private SavedTensor<TFourth> _savedFourth;
    private SavedTensor<TResult> _savedResult;

    public OperationNode(TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third, Tensor<TFourth> fourth, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _first = new(first, TOperation.Contract, 0);
        _second = new(second, TOperation.Contract, 1);
        _third = new(third, TOperation.Contract, 2);
        _fourth = new(fourth, TOperation.Contract, 3);
        _savedFirst = SavedTensor<TFirst>.If(saves.HasFlag(Saved.Inputs), first);
        _savedSecond = SavedTensor<TSecond>.If(saves.HasFlag(Saved.Inputs), second);
        _savedThird = SavedTensor<TThird>.If(saves.HasFlag(Saved.Inputs), third);
        _savedFourth = SavedTensor<TFourth>.If(saves.HasFlag(Saved.Inputs), fourth);
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_first.Node, _second.Node, _third.Node, _fourth.Node];

    public override void Release()
    {
        _savedFirst.Release();
        _savedSecond.Release();
        _savedThird.Release();
        _savedFourth.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TFourth>? fourth) = Pull(cotangent);
        _first.Deliver(first, pass);
        _second.Deliver(second, pass);
        _third.Deliver(third, pass);
        _fourth.Deliver(fourth, pass);
    }

    protected override void PropagateRecorded(Tensor<TResult> cotangent, BackwardPass pass)
    {
        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TFourth>? fourth) = PullRecorded(cotangent);
        _first.DeliverRecorded(first, pass);
        _second.DeliverRecorded(second, pass);
        _third.DeliverRecorded(third, pass);
        _fourth.DeliverRecorded(fourth, pass);
    }

    private (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third, Tensor<TFourth>? Fourth) Pull(Tensor<TResult> cotangent)
    {
        Tensor<TFirst>? first = _first.AllocateGradient();
        Tensor<TSecond>? second = _second.AllocateGradient();
        Tensor<TThird>? third = _third.AllocateGradient();
        Tensor<TFourth>? fourth = _fourth.AllocateGradient();
        _operation.Pullback(
            cotangent.View,
            _savedFirst.Open(Name),
            _savedSecond.Open(Name),
            _savedThird.Open(Name),
            _savedFourth.Open(Name),
            _savedResult.Open(Name),
            OperationInput.ViewOf(first),
            OperationInput.ViewOf(second),
            OperationInput.ViewOf(third),
            OperationInput.ViewOf(fourth));
        return (first, second, third, fourth);
    }

    private (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third, Tensor<TFourth>? Fourth) PullRecorded(Tensor<TResult> cotangent)
    {
        if (_operation is IRecordedPullback<TFirst, TSecond, TThird, TFourth, TResult> rule)
            return rule.RecordedPullback(
                cotangent,
                _savedFirst.OpenIfSaved(Name),
                _savedSecond.OpenIfSaved(Name),
                _savedThird.OpenIfSaved(Name),
                _savedFourth.OpenIfSaved(Name),
                _savedResult.OpenIfSaved(Name));

        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TFourth>? fourth) = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values =
            [
                cotangent,
                _savedFirst.OpenIfSaved(Name),
                _savedSecond.OpenIfSaved(Name),
                _savedThird.OpenIfSaved(Name),
                _savedFourth.OpenIfSaved(Name),
                _savedResult.OpenIfSaved(Name),
            ];
            return (
                first is null ? null : Underivable.Track(first, Name, values),
                second is null ? null : Underivable.Track(second, Name, values),
                third is null ? null : Underivable.Track(third, Name, values),
                fourth is null ? null : Underivable.Track(fourth, Name, values));
        }

        TOperation operation = _operation;
        Tensor<TFirst> firstHeld = _first.Held(_savedFirst.OpenIfSaved(Name));
        Tensor<TSecond> secondHeld = _second.Held(_savedSecond.OpenIfSaved(Name));
        Tensor<TThird> thirdHeld = _third.Held(_savedThird.OpenIfSaved(Name));
        Tensor<TFourth> fourthHeld = _fourth.Held(_savedFourth.OpenIfSaved(Name));
        Tensor[] reads = [firstHeld, secondHeld, thirdHeld, fourthHeld];
        return (
            first is null ? null
                : DerivedNode<TFirst>.Track(first, Name, reads,
                    new DerivedInput<TFirst>(cotangent, change => Change(change, secondHeld, thirdHeld, fourthHeld))),
            second is null ? null
                : DerivedNode<TSecond>.Track(second, Name, reads,
                    new DerivedInput<TSecond>(cotangent, change => Change(firstHeld, change, thirdHeld, fourthHeld))),
            third is null ? null
                : DerivedNode<TThird>.Track(third, Name, reads,
                    new DerivedInput<TThird>(cotangent, change => Change(firstHeld, secondHeld, change, fourthHeld))),
            fourth is null ? null
                : DerivedNode<TFourth>.Track(fourth, Name, reads,
                    new DerivedInput<TFourth>(cotangent, change => Change(firstHeld, secondHeld, thirdHeld, change))));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TFirst> a, Tensor<TSecond> b, Tensor<TThird> c, Tensor<TFourth> d) =>
            RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.Run<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(operation, a, b, c, d),
                Eager.Run<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(operation, firstHeld, secondHeld, thirdHeld, fourthHeld));
    }
}
