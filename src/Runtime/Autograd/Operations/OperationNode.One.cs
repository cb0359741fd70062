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
        return gradient is null
            ? null
            : DerivedNode<TInput>.Track(gradient, Name, [], new DerivedInput<TInput>(cotangent, change => Change(operation, zeros, change)));
    }

    // An affine function without its constant term.
    private static Tensor<TResult> Change(TOperation operation, Tensor<TInput> zeros, Tensor<TInput> input) =>
        RecordedArithmetic<TResult>.Instance.Subtract(
            Eager.Run<TOperation, TInput, TResult>(operation, input), Eager.Run<TOperation, TInput, TResult>(operation, zeros));
}
