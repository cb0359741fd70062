namespace TypedTensors.Autograd;

/// <summary>A recorded operation of one tensor.</summary>
internal sealed class OperationNode<TOperation, TInput, TResult> : GradientNode<TResult>
    where TOperation : struct, IOperation<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TInput> _input;
    private SavedTensor<TInput> _savedInput;
    private SavedTensor<TResult> _savedResult;

    public OperationNode(TOperation operation, Tensor<TInput> input, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _input = new(input, TOperation.Contract, 0);
        _savedInput = SavedTensor<TInput>.If(saves.HasFlag(Saved.Inputs), input);
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_input.Node];

    public override void Release()
    {
        _savedInput.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        Tensor<TInput>? gradient = Pull(cotangent);
        _input.Deliver(gradient, pass);
    }

    protected override void PropagateRecorded(Tensor<TResult> cotangent, BackwardPass pass)
    {
        Tensor<TInput>? gradient = PullRecorded(cotangent);
        _input.DeliverRecorded(gradient, pass);
    }

    private Tensor<TInput>? Pull(Tensor<TResult> cotangent)
    {
        Tensor<TInput>? gradient = _input.AllocateGradient();
        _operation.Pullback(cotangent.View, _savedInput.Open(Name), _savedResult.Open(Name), OperationInput.ViewOf(gradient));
        return gradient;
    }

    private Tensor<TInput>? PullRecorded(Tensor<TResult> cotangent)
    {
        if (_operation is IRecordedPullback<TInput, TResult> rule)
            return rule.RecordedPullback(cotangent, _savedInput.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name));

        Tensor<TInput>? gradient = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values = [cotangent, _savedInput.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name)];
            return gradient is null ? null : Underivable.Track(gradient, Name, values);
        }

        TOperation operation = _operation;
        Tensor<TInput> zeros = _input.Zeros;
        return gradient is null ? null : DerivedNode<TInput>.Track(gradient, Name, [], new DerivedInput<TInput>(cotangent, second => Change(operation, zeros, second)));
    }

    // An affine function without its constant term.
    private static Tensor<TResult> Change(TOperation operation, Tensor<TInput> zeros, Tensor<TInput> input) =>
        RecordedArithmetic<TResult>.Instance.Subtract(
            Eager.Run<TOperation, TInput, TResult>(operation, input), Eager.Run<TOperation, TInput, TResult>(operation, zeros));
}

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
            left is null ? null : DerivedNode<TLeft>.Track(left, Name, reads, new DerivedInput<TLeft>(cotangent, second => Change(second, rightHeld))),
            right is null ? null : DerivedNode<TRight>.Track(right, Name, reads, new DerivedInput<TRight>(cotangent, second => Change(leftHeld, second))));

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
            return rule.RecordedPullback(cotangent, _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name), _savedThird.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name));

        if (TOperation.Contract.Linearity == Linearity.Separately)
            return PullProduct(cotangent, _savedFirst.OpenTensor(Name), _savedSecond.OpenTensor(Name), _savedThird.OpenTensor(Name).Shape);

        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third) = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values = [cotangent, _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name), _savedThird.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name)];
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
            first is null ? null : DerivedNode<TFirst>.Track(first, Name, reads, new DerivedInput<TFirst>(cotangent, second => Change(second, secondHeld, thirdHeld))),
            second is null ? null : DerivedNode<TSecond>.Track(second, Name, reads, new DerivedInput<TSecond>(cotangent, second => Change(firstHeld, second, thirdHeld))),
            third is null ? null : DerivedNode<TThird>.Track(third, Name, reads, new DerivedInput<TThird>(cotangent, second => Change(firstHeld, secondHeld, second))));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TFirst> a, Tensor<TSecond> b, Tensor<TThird> c) =>
            RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(operation, a, b, c), Eager.Run<TOperation, TFirst, TSecond, TThird, TResult>(operation, firstHeld, secondHeld, thirdHeld));
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
            return rule.RecordedPullback(cotangent, _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name), _savedThird.OpenIfSaved(Name), _savedFourth.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name));

        (Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TFourth>? fourth) = Pull(cotangent);
        if (TOperation.Contract.Linearity != Linearity.Together)
        {
            Tensor?[] values = [cotangent, _savedFirst.OpenIfSaved(Name), _savedSecond.OpenIfSaved(Name), _savedThird.OpenIfSaved(Name), _savedFourth.OpenIfSaved(Name), _savedResult.OpenIfSaved(Name)];
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
            first is null ? null : DerivedNode<TFirst>.Track(first, Name, reads, new DerivedInput<TFirst>(cotangent, second => Change(second, secondHeld, thirdHeld, fourthHeld))),
            second is null ? null : DerivedNode<TSecond>.Track(second, Name, reads, new DerivedInput<TSecond>(cotangent, second => Change(firstHeld, second, thirdHeld, fourthHeld))),
            third is null ? null : DerivedNode<TThird>.Track(third, Name, reads, new DerivedInput<TThird>(cotangent, second => Change(firstHeld, secondHeld, second, fourthHeld))),
            fourth is null ? null : DerivedNode<TFourth>.Track(fourth, Name, reads, new DerivedInput<TFourth>(cotangent, second => Change(firstHeld, secondHeld, thirdHeld, second))));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TFirst> a, Tensor<TSecond> b, Tensor<TThird> c, Tensor<TFourth> d) =>
            RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.Run<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(operation, a, b, c, d), Eager.Run<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(operation, firstHeld, secondHeld, thirdHeld, fourthHeld));
    }
}

/// <summary>A recorded operation of five tensors.</summary>
internal sealed class OperationNode<TOperation, TFirst, TSecond, TThird, TFourth, TFifth, TResult> : GradientNode<TResult>
    where TOperation : struct, IOperation<TFirst, TSecond, TThird, TFourth, TFifth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TFifth : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly OperationInput<TFirst> _first;
    private readonly OperationInput<TSecond> _second;
    private readonly OperationInput<TThird> _third;
    private readonly OperationInput<TFourth> _fourth;
    private readonly OperationInput<TFifth> _fifth;
    private SavedTensor<TFirst> _savedFirst;
    private SavedTensor<TSecond> _savedSecond;
    private SavedTensor<TThird> _savedThird;
    private SavedTensor<TFourth> _savedFourth;
    private SavedTensor<TFifth> _savedFifth;
    private SavedTensor<TResult> _savedResult;

    public OperationNode(
        TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third, Tensor<TFourth> fourth, Tensor<TFifth> fifth, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _first = new(first, TOperation.Contract, 0);
        _second = new(second, TOperation.Contract, 1);
        _third = new(third, TOperation.Contract, 2);
        _fourth = new(fourth, TOperation.Contract, 3);
        _fifth = new(fifth, TOperation.Contract, 4);
        _savedFirst = SavedTensor<TFirst>.If(saves.HasFlag(Saved.Inputs), first);
        _savedSecond = SavedTensor<TSecond>.If(saves.HasFlag(Saved.Inputs), second);
        _savedThird = SavedTensor<TThird>.If(saves.HasFlag(Saved.Inputs), third);
        _savedFourth = SavedTensor<TFourth>.If(saves.HasFlag(Saved.Inputs), fourth);
        _savedFifth = SavedTensor<TFifth>.If(saves.HasFlag(Saved.Inputs), fifth);
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_first.Node, _second.Node, _third.Node, _fourth.Node, _fifth.Node];

    public override void Release()
    {
        _savedFirst.Release();
        _savedSecond.Release();
        _savedThird.Release();
        _savedFourth.Release();
        _savedFifth.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        Tensor<TFirst>? first = _first.AllocateGradient();
        Tensor<TSecond>? second = _second.AllocateGradient();
        Tensor<TThird>? third = _third.AllocateGradient();
        Tensor<TFourth>? fourth = _fourth.AllocateGradient();
        Tensor<TFifth>? fifth = _fifth.AllocateGradient();
        _operation.Pullback(
            cotangent.View,
            _savedFirst.Open(Name),
            _savedSecond.Open(Name),
            _savedThird.Open(Name),
            _savedFourth.Open(Name),
            _savedFifth.Open(Name),
            _savedResult.Open(Name),
            OperationInput.ViewOf(first),
            OperationInput.ViewOf(second),
            OperationInput.ViewOf(third),
            OperationInput.ViewOf(fourth),
            OperationInput.ViewOf(fifth));
        _first.Deliver(first, pass);
        _second.Deliver(second, pass);
        _third.Deliver(third, pass);
        _fourth.Deliver(fourth, pass);
        _fifth.Deliver(fifth, pass);
    }
}
