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
        Tensor<TInput>? gradient = _input.AllocateGradient();
        _operation.Pullback(cotangent.View, _savedInput.Open(Name), _savedResult.Open(Name), OperationInput.ViewOf(gradient));
        _input.Deliver(gradient, pass);
    }
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
        Tensor<TLeft>? left = _left.AllocateGradient();
        Tensor<TRight>? right = _right.AllocateGradient();
        _operation.Pullback(
            cotangent.View,
            _savedLeft.Open(Name),
            _savedRight.Open(Name),
            _savedResult.Open(Name),
            OperationInput.ViewOf(left),
            OperationInput.ViewOf(right));
        _left.Deliver(left, pass);
        _right.Deliver(right, pass);
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
        _first.Deliver(first, pass);
        _second.Deliver(second, pass);
        _third.Deliver(third, pass);
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
        _first.Deliver(first, pass);
        _second.Deliver(second, pass);
        _third.Deliver(third, pass);
        _fourth.Deliver(fourth, pass);
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
