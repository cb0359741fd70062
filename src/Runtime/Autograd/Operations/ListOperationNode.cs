namespace TypedTensors.Autograd;

/// <summary>A recorded operation of a list of tensors.</summary>
internal sealed class ListOperationNode<TOperation, TInput, TResult> : GradientNode<TResult>
    where TOperation : struct, IListOperation<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    private readonly TOperation _operation;
    private readonly GradientNode?[] _nodes;
    private readonly Shape[] _shapes;
    private readonly SavedTensor<TInput>[] _savedInputs;
    private SavedTensor<TResult> _savedResult;

    public ListOperationNode(TOperation operation, ReadOnlySpan<Tensor<TInput>> inputs, Tensor<TResult> result)
    {
        Saved saves = TOperation.Contract.Saves;
        _operation = operation;
        _nodes = new GradientNode?[inputs.Length];
        _shapes = new Shape[inputs.Length];
        _savedInputs = saves.HasFlag(Saved.Inputs) ? new SavedTensor<TInput>[inputs.Length] : [];
        _savedResult = SavedTensor<TResult>.If(saves.HasFlag(Saved.Result), result);
        for (int i = 0; i < inputs.Length; i++)
        {
            _nodes[i] = inputs[i].History?.Node;
            _shapes[i] = inputs[i].Shape;
            if (_savedInputs.Length > 0)
                _savedInputs[i] = new SavedTensor<TInput>(inputs[i]);
        }
    }

    public override string Name => TOperation.Contract.Name;

    public override IReadOnlyList<GradientNode?> Inputs => _nodes;

    public override void Release()
    {
        foreach (ref SavedTensor<TInput> saved in _savedInputs.AsSpan())
            saved.Release();
        _savedResult.Release();
    }

    protected override void Propagate(Tensor<TResult> cotangent, bool isOwned, BackwardPass pass)
    {
        Tensor<TInput>?[] gradients = Pull(cotangent);
        for (int i = 0; i < gradients.Length; i++)
        {
            if (gradients[i] is { } gradient)
                pass.Deliver(_nodes[i], new Cotangent(gradient, IsOwned: true));
        }
    }

    protected override void PropagateRecorded(Tensor<TResult> cotangent, BackwardPass pass)
    {
        Linearity linearity = TOperation.Contract.Linearity;
        Tensor<TInput>?[] gradients = linearity == Linearity.Separately ? new Tensor<TInput>?[_nodes.Length] : Pull(cotangent);
        for (int i = 0; i < gradients.Length; i++)
        {
            if (_nodes[i] is null)
                continue;
            Tensor<TInput> gradient = linearity switch
            {
                Linearity.Separately => new MultilinearPullback<TOperation, TInput, TResult>(_operation).Of(i, cotangent, OpenInputs()),
                Linearity.Together => TrackChange(i, gradients[i]!, cotangent),
                _ => Underivable.Track(gradients[i]!, Name, [cotangent, .. OpenInputs()]),
            };
            pass.Deliver(_nodes[i], new Cotangent(gradient, IsOwned: false));
        }
    }

    private Tensor<TInput>?[] Pull(Tensor<TResult> cotangent)
    {
        var gradients = new Tensor<TInput>?[_nodes.Length];
        for (int i = 0; i < gradients.Length; i++)
            gradients[i] = _nodes[i] is null ? null : Tensor<TInput>.Uninitialized(_shapes[i]);
        _operation.Pullback(cotangent.View, _shapes, new(OpenInputs()), _savedResult.Open(Name), new(gradients));
        return gradients;
    }

    private Tensor<TInput>[] OpenInputs()
    {
        var inputs = new Tensor<TInput>[_savedInputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = _savedInputs[i].OpenTensor(Name);
        return inputs;
    }

    private Tensor<TInput> TrackChange(int index, Tensor<TInput> gradient, Tensor<TResult> cotangent)
    {
        TOperation operation = _operation;
        Tensor<TInput>[] zeros = Array.ConvertAll(_shapes, static shape => Tensor<TInput>.SharedZero(shape));
        return DerivedNode<TInput>.Track(gradient, Name, [], new DerivedInput<TInput>(cotangent, Change));

        // An affine function without its constant term.
        Tensor<TResult> Change(Tensor<TInput> second)
        {
            Tensor<TInput>[] changed = [.. zeros];
            changed[index] = second;
            return RecordedArithmetic<TResult>.Instance.Subtract(
                Eager.RunList<TOperation, TInput, TResult>(operation, changed), Eager.RunList<TOperation, TInput, TResult>(operation, zeros));
        }
    }
}
