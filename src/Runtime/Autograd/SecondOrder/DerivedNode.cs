namespace TypedTensors.Autograd;

/// <summary>
/// A recorded step of a backward pass, where it is not made of operations that record themselves: a kernel computed a cotangent from values, each of
/// which has a function that takes the cotangent of that cotangent back to it.
/// </summary>
internal sealed class DerivedNode<T> : GradientNode<T>
    where T : unmanaged
{
    private readonly GradientNode?[] _inputs;
    private readonly (Tensor Value, int Version)[] _reads;
    private Func<Tensor<T>, Tensor>[]? _pullbacks;

    private DerivedNode(string name, Tensor[] reads, ReadOnlySpan<DerivedInput<T>> inputs)
    {
        Name = name;
        _reads = Array.ConvertAll(reads, static value => (value, value.StorageVersion));
        _inputs = new GradientNode?[inputs.Length];
        _pullbacks = new Func<Tensor<T>, Tensor>[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            (_inputs[i], _pullbacks[i]) = (inputs[i].Value.History?.Node, inputs[i].Pullback);
    }

    public override string Name { get; }

    public override IReadOnlyList<GradientNode?> Inputs => _inputs;

    /// <summary>Makes the result of a pullback part of the graph, when one of the values that it was computed from is.</summary>
    /// <param name="result">What the pullback computed.</param>
    /// <param name="name">The name of the operation.</param>
    /// <param name="reads">What the functions read; it must not change before they run.</param>
    /// <param name="inputs">The values that the result depends on.</param>
    /// <returns>The result.</returns>
    public static Tensor<T> Track(Tensor<T> result, string name, Tensor[] reads, params ReadOnlySpan<DerivedInput<T>> inputs)
    {
        if (Recording.IsPaused)
            return result;
        foreach (DerivedInput<T> input in inputs)
        {
            if (input.Value.History is not null)
            {
                result.Track(new DerivedNode<T>(name, reads, inputs));
                break;
            }
        }

        return result;
    }

    public override void Release() => _pullbacks = null;

    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        using (Ops.NoGrad())
            PropagateRecorded(cotangent, pass);
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        Func<Tensor<T>, Tensor>[] pullbacks = _pullbacks ?? throw SavedValues.Released(Name);
        foreach ((Tensor value, int version) in _reads)
        {
            if (value.StorageVersion != version)
                throw SavedValues.Changed(Name, value, version);
        }

        for (int i = 0; i < pullbacks.Length; i++)
        {
            if (_inputs[i] is { } input)
                pass.Deliver(input, new Cotangent(pullbacks[i](cotangent), IsOwned: false));
        }
    }
}

/// <summary>A value that a cotangent was computed from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Pullback">Its cotangent, from that of the cotangent.</param>
internal readonly record struct DerivedInput<T>(Tensor Value, Func<Tensor<T>, Tensor> Pullback)
    where T : unmanaged;
