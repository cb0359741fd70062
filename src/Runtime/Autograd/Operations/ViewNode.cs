namespace TypedTensors.Autograd;

/// <summary>A recorded window: the cotangent is added into zeros through the same window.</summary>
internal sealed class ViewNode<TOperation, T> : GradientNode<T>
    where TOperation : struct, IViewOperation
    where T : unmanaged
{
    private readonly TOperation _operation;
    private readonly GradientNode? _input;
    private readonly Shape _inputShape;

    public ViewNode(TOperation operation, Tensor<T> input)
    {
        _operation = operation;
        _input = input.History?.Node;
        _inputShape = input.Shape;
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => [_input];

    public override void Release()
    {
    }

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        Layout window = _operation.Apply(new Layout(_inputShape, _inputShape.RowMajorStrides(), 0));
        bool coversAll = window.Shape.ElementCount == _inputShape.ElementCount;
        if (coversAll && window.Offset == 0 && window.Shape.RowMajorStrides().AsSpan().SequenceEqual(window.Strides) && cotangent.IsContiguous)
        {
            // The same elements in the same order, as after most reshapes: the memory passes through.
            var same = new Tensor<T>(cotangent.Storage, _inputShape, _inputShape.RowMajorStrides(), cotangent.StorageOffset);
            pass.Deliver(_input, new Cotangent(same, isOwned));
            return;
        }

        pass.Deliver(_input, new Cotangent(AddThrough(window, cotangent), IsOwned: true));
    }

    // The cotangent depends on what was added through the window as the window depends on the input.
    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        Tensor<T> gradient = AddThrough(_operation.Apply(new Layout(_inputShape, _inputShape.RowMajorStrides(), 0)), cotangent);
        TOperation operation = _operation;
        DerivedNode<T>.Track(gradient, Name, [], new DerivedInput<T>(cotangent, second => Eager.View(operation, second)));
        pass.Deliver(_input, new Cotangent(gradient, IsOwned: false));
    }

    private Tensor<T> AddThrough(Layout window, Tensor<T> cotangent)
    {
        Tensor<T> gradient = Tensor<T>.Zeroed(_inputShape);
        GradientArithmetic<T>.Instance!.AddInto(cotangent.View, gradient.Window(window.Shape, window.Strides, window.Offset).View);
        return gradient;
    }
}
