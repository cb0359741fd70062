using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Autograd;

/// <summary>A recorded element-wise function of one argument.</summary>
internal sealed class MapNode<TFunction, T> : GradientNode<T>
    where TFunction : struct, IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    private readonly GradientNode? _input;
    private SavedTensor<T> _x;
    private SavedTensor<T> _result;

    public MapNode(Tensor<T> x, Tensor<T> result)
    {
        Saved saves = TFunction.Contract.Saves;
        _input = x.History?.Node;
        _x = SavedTensor<T>.If(saves.HasFlag(Saved.Inputs), x);
        _result = SavedTensor<T>.If(saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TFunction.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_input];

    public override void Release()
    {
        _x.Release();
        _result.Release();
    }

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        Tensor<T> gradient = Tensor<T>.Uninitialized(cotangent.Shape);
        ElementwiseDriver.Run<UnaryPullback<TFunction, T>, T, T, T>(cotangent.View, _x.Open(Name), _result.Open(Name), default, gradient.View);
        pass.Deliver(_input, new Cotangent(gradient, IsOwned: true));
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        RecordedLanes<T> gradient = TFunction.Pullback(new RecordedLanes<T>(cotangent), _x.OpenLanes(Name), _result.OpenLanes(Name));
        pass.Deliver(_input, BroadcastCotangent.Recorded(cotangent.Shape, cotangent.Shape, gradient));
    }
}

/// <summary>A recorded element-wise function of two arguments.</summary>
internal sealed class ZipNode<TFunction, T> : GradientNode<T>
    where TFunction : struct, IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    private readonly GradientNode? _leftInput;
    private readonly GradientNode? _rightInput;
    private readonly Shape _leftShape;
    private readonly Shape _rightShape;
    private SavedTensor<T> _left;
    private SavedTensor<T> _right;
    private SavedTensor<T> _result;

    public ZipNode(Tensor<T> left, Tensor<T> right, Tensor<T> result)
    {
        OperationContract contract = TFunction.Contract;
        _leftInput = contract.IsDifferentiable(0) ? left.History?.Node : null;
        _rightInput = contract.IsDifferentiable(1) ? right.History?.Node : null;
        _leftShape = left.Shape;
        _rightShape = right.Shape;
        _left = SavedTensor<T>.If(contract.Saves.HasFlag(Saved.Inputs), left);
        _right = SavedTensor<T>.If(contract.Saves.HasFlag(Saved.Inputs), right);
        _result = SavedTensor<T>.If(contract.Saves.HasFlag(Saved.Result), result);
    }

    public override string Name => TFunction.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_leftInput, _rightInput];

    public override void Release()
    {
        _left.Release();
        _right.Release();
        _result.Release();
    }

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        if (_leftInput is not null)
            pass.Deliver(_leftInput, Pull<LeftPullback<TFunction, T>>(cotangent, _leftShape));
        if (_rightInput is not null)
            pass.Deliver(_rightInput, Pull<RightPullback<TFunction, T>>(cotangent, _rightShape));
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        RecordedLanes<T> lanes = new(cotangent), left = _left.OpenLanes(Name), right = _right.OpenLanes(Name), result = _result.OpenLanes(Name);
        if (_leftInput is not null)
            pass.Deliver(_leftInput, BroadcastCotangent.Recorded(_leftShape, cotangent.Shape, TFunction.PullbackLeft(lanes, left, right, result)));
        if (_rightInput is not null)
            pass.Deliver(_rightInput, BroadcastCotangent.Recorded(_rightShape, cotangent.Shape, TFunction.PullbackRight(lanes, left, right, result)));
    }

    private Cotangent Pull<TPullback>(Tensor<T> cotangent, Shape shape)
        where TPullback : struct, IElementwiseKernel<T>
    {
        Tensor<T> gradient = Tensor<T>.Uninitialized(cotangent.Shape);
        ElementwiseDriver.Run<TPullback, T, T, T>(cotangent.View, _left.Open(Name), _right.Open(Name), _result.Open(Name), gradient.View);
        return BroadcastCotangent.SumTo(shape, gradient);
    }
}

/// <summary>A recorded element-wise function of three arguments.</summary>
internal sealed class TernaryNode<TFunction, T> : GradientNode<T>
    where TFunction : struct, ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    private readonly GradientNode?[] _inputs = new GradientNode?[3];
    private readonly Shape[] _shapes;
    private SavedTensor<T> _first;
    private SavedTensor<T> _second;
    private SavedTensor<T> _third;

    public TernaryNode(Tensor<T> first, Tensor<T> second, Tensor<T> third)
    {
        OperationContract contract = TFunction.Contract;
        ReadOnlySpan<Tensor<T>> arguments = [first, second, third];
        for (int i = 0; i < _inputs.Length; i++)
            _inputs[i] = contract.IsDifferentiable(i) ? arguments[i].History?.Node : null;
        _shapes = [first.Shape, second.Shape, third.Shape];
        bool isSaved = contract.Saves.HasFlag(Saved.Inputs);
        _first = SavedTensor<T>.If(isSaved, first);
        _second = SavedTensor<T>.If(isSaved, second);
        _third = SavedTensor<T>.If(isSaved, third);
    }

    public override string Name => TFunction.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => _inputs;

    public override void Release()
    {
        _first.Release();
        _second.Release();
        _third.Release();
    }

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        Pull<FirstPullback<TFunction, T>>(0, cotangent, pass);
        Pull<SecondPullback<TFunction, T>>(1, cotangent, pass);
        Pull<ThirdPullback<TFunction, T>>(2, cotangent, pass);
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        RecordedLanes<T> lanes = new(cotangent), first = _first.OpenLanes(Name), second = _second.OpenLanes(Name), third = _third.OpenLanes(Name);
        if (_inputs[0] is not null)
            pass.Deliver(_inputs[0], BroadcastCotangent.Recorded(_shapes[0], cotangent.Shape, TFunction.PullbackFirst(lanes, first, second, third)));
        if (_inputs[1] is not null)
            pass.Deliver(_inputs[1], BroadcastCotangent.Recorded(_shapes[1], cotangent.Shape, TFunction.PullbackSecond(lanes, first, second, third)));
        if (_inputs[2] is not null)
            pass.Deliver(_inputs[2], BroadcastCotangent.Recorded(_shapes[2], cotangent.Shape, TFunction.PullbackThird(lanes, first, second, third)));
    }

    private void Pull<TPullback>(int argument, Tensor<T> cotangent, BackwardPass pass)
        where TPullback : struct, IElementwiseKernel<T>
    {
        if (_inputs[argument] is null)
            return;
        Tensor<T> gradient = Tensor<T>.Uninitialized(cotangent.Shape);
        ElementwiseDriver.Run<TPullback, T, T, T>(cotangent.View, _first.Open(Name), _second.Open(Name), _third.Open(Name), gradient.View);
        pass.Deliver(_inputs[argument], BroadcastCotangent.SumTo(_shapes[argument], gradient));
    }
}

/// <summary>Cotangents of arguments that were broadcast.</summary>
file static class BroadcastCotangent
{
    /// <summary>The cotangent of an argument of the given shape, from that of what it was broadcast to.</summary>
    public static Cotangent SumTo<T>(Shape shape, Tensor<T> gradient)
        where T : unmanaged, INumber<T>
    {
        if (shape == gradient.Shape)
            return new Cotangent(gradient, IsOwned: true);
        Tensor<T> summed = Tensor<T>.Uninitialized(shape);
        StridedAdd.SumToShape(gradient.View, summed.View);
        return new Cotangent(summed, IsOwned: true);
    }

    /// <summary>The same from recorded lanes; a pullback may give less than the full shape, as a constant is.</summary>
    /// <param name="shape">The shape of the argument.</param>
    /// <param name="full">The shape of the result.</param>
    /// <param name="gradient">What the pullback gave.</param>
    public static Cotangent Recorded<T>(Shape shape, Shape full, RecordedLanes<T> gradient)
        where T : unmanaged
    {
        Tensor<T> expanded = RecordedArithmetic<T>.Expand(gradient.Value, full);
        return new Cotangent(RecordedArithmetic<T>.Instance.SumTo(expanded, shape), IsOwned: false);
    }
}
