namespace TypedTensors.Autograd;

/// <summary>A recorded operation of two tensors.</summary>
internal sealed class OperationNode<TOperation, TLeft, TRight, TResult> : GradientNode<TResult>
    where TOperation : struct, IOperation<TLeft, TRight, TResult>
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TLeft> _left;
    private readonly OperationInput<TRight> _right;
    private SavedTensor<TLeft> _savedLeft;
    private SavedTensor<TRight> _savedRight;
    private SavedTensor<TResult> _savedResult;

    public OperationNode(TOperation operation, Tensor<TLeft> left, Tensor<TRight> right, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _left = new(left, TOperation.Contract, 0);
        _right = new(right, TOperation.Contract, 1);
        _savedLeft = SavedTensor<TLeft>.If(saves.HasFlag(Saved.Inputs), left);
        _savedRight = SavedTensor<TRight>.If(saves.HasFlag(Saved.Inputs), right);
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_left.Node, _right.Node];

    public override void Release()
    {
        _savedLeft.Release();
        _savedRight.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        (Tensor<TLeft>? left, Tensor<TRight>? right) = Pull(cotangent);
        _left.Deliver(left, pass);
        _right.Deliver(right, pass);
    }

    protected override void PropagateRecorded(Tensor<TResult> cotangent, BackwardPass pass)
    {
        (Tensor<TLeft>? left, Tensor<TRight>? right) = PullRecorded(cotangent);
        _left.DeliverRecorded(left, pass);
        _right.DeliverRecorded(right, pass);
    }

    private (Tensor<TLeft>? Left, Tensor<TRight>? Right) Pull(Tensor<TResult> cotangent)
    {
        Tensor<TLeft>? left = _left.AllocateGradient();
        Tensor<TRight>? right = _right.AllocateGradient();
        _operation.Pullback(
            cotangent.View,
            _savedLeft.Open(Name),
            _savedRight.Open(Name),
            _savedResult.Open(Name),
            OperationInput.ViewOf(left),
            OperationInput.ViewOf(right));
        return (left, right);
    }

    private (Tensor<TLeft>? Left, Tensor<TRight>? Right) PullRecorded(Tensor<TResult> cotangent)
    {
        if (_operation is IRecordedPullback<TLeft, TRight, TResult> rule)
            return rule.RecordedPullback(cotangent, _savedLeft.OpenIfSaved(Name), _savedRight.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name));
        if (TOperation.Contract.Linearity == Linearity.Separately)
            return PullProduct(cotangent, _savedLeft.OpenTensor(Name), _savedRight.OpenTensor(Name));

        (Tensor<TLeft>? left, Tensor<TRight>? right) = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values = [cotangent, _savedLeft.OpenIfSaved(Name), _savedRight.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name)];
            return (left is null ? null : Underivable.Track(left, Name, values), right is null ? null : Underivable.Track(right, Name, values));
        }

        TOperation operation = _operation;
        Tensor<TLeft> leftHeld = _left.Held(_savedLeft.OpenIfSaved(Name));
        Tensor<TRight> rightHeld = _right.Held(_savedRight.OpenIfSaved(Name));
        Tensor[] reads = [leftHeld, rightHeld];
        return (
            left is null ? null : DerivedNode<TLeft>.Track(left, Name, reads, new DerivedInput<TLeft>(cotangent, change => Change(change, rightHeld))),
            right is null ? null : DerivedNode<TRight>.Track(right, Name, reads, new DerivedInput<TRight>(cotangent, change => Change(leftHeld, change))));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TLeft> a, Tensor<TRight> b) =>
            RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.Run<TOperation, TLeft, TRight, TResult>(operation, a, b), Eager.Run<TOperation, TLeft, TRight, TResult>(operation, leftHeld, rightHeld));
    }

    private (Tensor<TLeft>? Left, Tensor<TRight>? Right) PullProduct(Tensor<TResult> cotangent, Tensor<TLeft> left, Tensor<TRight> right)
    {
        TOperation operation = _operation;
        var product = new BilinearPullback<TLeft, TRight, TResult>(
            Name, (a, b) => Eager.Run<TOperation, TLeft, TRight, TResult>(operation, a, b), PullLeft, PullRight);
        return (
            _left.Node is null ? null : product.OfLeft(cotangent, left.Shape, right),
            _right.Node is null ? null : product.OfRight(cotangent, right.Shape, left));

        Tensor<TLeft> PullLeft(Tensor<TResult> g, Tensor<TLeft> a, Tensor<TRight> b)
        {
            Tensor<TLeft> gradient = Tensor<TLeft>.Uninitialized(a.Shape);
            operation.Pullback(g.View, a.View, b.View, default, gradient.View, default);
            return gradient;
        }

        Tensor<TRight> PullRight(Tensor<TResult> g, Tensor<TLeft> a, Tensor<TRight> b)
        {
            Tensor<TRight> gradient = Tensor<TRight>.Uninitialized(b.Shape);
            operation.Pullback(g.View, a.View, b.View, default, default, gradient.View);
            return gradient;
        }
    }
}
