namespace TypedTensors.Autograd;

/// <summary>A recorded operation of three tensors.</summary>
internal sealed class OperationNode<TOperation, TFirst, TSecond, TThird, TResult> : GradientNode<TResult>
    where TOperation : struct, IOperation<TFirst, TSecond, TThird, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TFirst> _first;
    private readonly OperationInput<TSecond> _second;
    private readonly OperationInput<TThird> _third;
    private SavedTensor<TFirst> _savedFirst;
    private SavedTensor<TSecond> _savedSecond;
    private SavedTensor<TThird> _savedThird;
    private SavedTensor<TResult> _savedResult;

    public OperationNode(TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _first = new(first, TOperation.Contract, 0);
        _second = new(second, TOperation.Contract, 1);
        _third = new(third, TOperation.Contract, 2);
        _savedFirst = SavedTensor<TFirst>.If(saves.HasFlag(Saved.Inputs), first);
        _savedSecond = SavedTensor<TSecond>.If(saves.HasFlag(Saved.Inputs), second);
        _savedThird = SavedTensor<TThird>.If(saves.HasFlag(Saved.Inputs), third);
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_first.Node, _second.Node, _third.Node];

    public override void Release()
    {
        _savedFirst.Release();
        _savedSecond.Release();
        _savedThird.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third) = Pull(cotangent);
        _first.Deliver(first, pass);
        _second.Deliver(second, pass);
        _third.Deliver(third, pass);
    }

    protected override void PropagateRecorded(Tensor<TResult> cotangent, BackwardPass pass)
    {
        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third) = PullRecorded(cotangent);
        _first.DeliverRecorded(first, pass);
        _second.DeliverRecorded(second, pass);
        _third.DeliverRecorded(third, pass);
    }

    private (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third) Pull(Tensor<TResult> cotangent)
    {
        Tensor<TFirst>? first = _first.AllocateGradient();
        Tensor<TSecond>? second = _second.AllocateGradient();
        Tensor<TThird>? third = _third.AllocateGradient();
        _operation.Pullback(
            cotangent.View,
            _savedFirst.Open(Name),
            _savedSecond.Open(Name),
            _savedThird.Open(Name),
            _savedResult.Open(Name),
            OperationInput.ViewOf(first),
            OperationInput.ViewOf(second),
            OperationInput.ViewOf(third));
        return (first, second, third);
    }

    private (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third) PullRecorded(Tensor<TResult> cotangent)
    {
        if (_operation is IRecordedPullback<TFirst, TSecond, TThird, TResult> rule)
            return rule.RecordedPullback(
                cotangent,
                _savedFirst.OpenIfSaved(Name),
                _savedSecond.OpenIfSaved(Name),
                _savedThird.OpenIfSaved(Name),
                _savedResult.OpenIfSaved(Name));

        if (TOperation.Contract.Linearity == Linearity.Separately)
            return PullProduct(cotangent, _savedFirst.OpenTensor(Name), _savedSecond.OpenTensor(Name), _savedThird.OpenTensor(Name).Shape);

        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third) = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values =
            [
                cotangent,
                _savedFirst.OpenIfSaved(Name),
                _savedSecond.OpenIfSaved(Name),
                _savedThird.OpenIfSaved(Name),
                _savedResult.OpenIfSaved(Name),
            ];
            return (
                first is null ? null : Underivable.Track(first, Name, values),
                second is null ? null : Underivable.Track(second, Name, values),
                third is null ? null : Underivable.Track(third, Name, values));
        }

        TOperation operation = _operation;
        Tensor<TFirst> firstHeld = _first.Held(_savedFirst.OpenIfSaved(Name));
        Tensor<TSecond> secondHeld = _second.Held(_savedSecond.OpenIfSaved(Name));
        Tensor<TThird> thirdHeld = _third.Held(_savedThird.OpenIfSaved(Name));
        Tensor[] reads = [firstHeld, secondHeld, thirdHeld];
        return (
            first is null ? null
                : DerivedNode<TFirst>.Track(first, Name, reads, new DerivedInput<TFirst>(cotangent, change => Change(change, secondHeld, thirdHeld))),
            second is null ? null
                : DerivedNode<TSecond>.Track(second, Name, reads, new DerivedInput<TSecond>(cotangent, change => Change(firstHeld, change, thirdHeld))),
            third is null ? null
                : DerivedNode<TThird>.Track(third, Name, reads, new DerivedInput<TThird>(cotangent, change => Change(firstHeld, secondHeld, change))));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TFirst> a, Tensor<TSecond> b, Tensor<TThird> c) =>
            RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(operation, a, b, c),
                Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(operation, firstHeld, secondHeld, thirdHeld));
    }

    // The product of the first two, to which the third is added.
    private (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third) PullProduct(
        Tensor<TResult> cotangent, Tensor<TFirst> first, Tensor<TSecond> second, Shape biasShape)
    {
        TOperation operation = _operation;
        Tensor<TThird> noBias = Tensor<TThird>.SharedZero(biasShape);
        var product = new BilinearPullback<TFirst, TSecond, TResult>(
            Name, (a, b) => Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(operation, a, b, noBias), PullFirst, PullSecond);
        return (
            _first.Node is null ? null : product.OfLeft(cotangent, first.Shape, second),
            _second.Node is null ? null : product.OfRight(cotangent, second.Shape, first),
            _third.Node is null ? null : DerivedNode<TThird>.Track(PullThird(), Name, [], new DerivedInput<TThird>(cotangent, AddBias)));

        Tensor<TFirst> PullFirst(Tensor<TResult> g, Tensor<TFirst> a, Tensor<TSecond> b)
        {
            Tensor<TFirst> gradient = Tensor<TFirst>.Uninitialized(a.Shape);
            operation.Pullback(g.View, a.View, b.View, noBias.View, default, gradient.View, default, default);
            return gradient;
        }

        Tensor<TSecond> PullSecond(Tensor<TResult> g, Tensor<TFirst> a, Tensor<TSecond> b)
        {
            Tensor<TSecond> gradient = Tensor<TSecond>.Uninitialized(b.Shape);
            operation.Pullback(g.View, a.View, b.View, noBias.View, default, default, gradient.View, default);
            return gradient;
        }

        Tensor<TThird> PullThird()
        {
            Tensor<TThird> gradient = Tensor<TThird>.Uninitialized(biasShape);
            operation.Pullback(cotangent.View, first.View, second.View, noBias.View, default, default, default, gradient.View);
            return gradient;
        }

        Tensor<TResult> AddBias(Tensor<TThird> bias) => Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(
            operation, Tensor<TFirst>.SharedZero(first.Shape), Tensor<TSecond>.SharedZero(second.Shape), bias);
    }
}
