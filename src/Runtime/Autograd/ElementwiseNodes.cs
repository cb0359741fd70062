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

    private Cotangent Pull<TPullback>(Tensor<T> cotangent, Shape shape)
        where TPullback : struct, IElementwiseKernel<T>
    {
        Tensor<T> gradient = Tensor<T>.Uninitialized(cotangent.Shape);
        ElementwiseDriver.Run<TPullback, T, T, T>(cotangent.View, _left.Open(Name), _right.Open(Name), _result.Open(Name), gradient.View);
        if (shape == cotangent.Shape)
            return new Cotangent(gradient, IsOwned: true);

        Tensor<T> summed = Tensor<T>.Uninitialized(shape);
        StridedAdd.SumToShape(gradient.View, summed.View);
        return new Cotangent(summed, IsOwned: true);
    }
}
