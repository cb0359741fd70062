using System.Numerics;
using TypedTensors.Compilation;

namespace TypedTensors.Tests.Nn;

/// <summary>A model with given parameters whose gradients the tape computes; they are handed over as generated code does it.</summary>
internal sealed class RecordedModel<T> : ITensorModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IReadOnlyDictionary<string, Tensor<T>> _values;
    private readonly ITensorModel<T>[] _children;
    private readonly Workspace<Plan> _workspace = new WorkspacePool<Plan>().Rent();
    private ModelState<T>? _modelState;
    private Plan? _plan;

    public RecordedModel(IReadOnlyDictionary<string, Tensor<T>> values, params ITensorModel<T>[] children)
    {
        _values = values;
        _children = children;
        int index = 0;
        using (Ops.NoGrad())
        {
            foreach (Tensor<T> value in values.Values)
                ModelState<T>.Of(this, ref _modelState)[index++].CopyFrom(value);
        }
    }

    public ModelParameters<T> Parameters => ModelState<T>.Of(this, ref _modelState).Parameters;

    void ITensorModel<T>.Declare(ModelDeclaration<T> model)
    {
        foreach ((string name, Tensor<T> value) in _values)
            model.Parameter(name, value.Shape.Sizes);
        model.Children("Children", _children);
    }

    public ValueAndGradients<T> ValueAndGradients(Func<Tensor<T>> loss)
    {
        foreach (Tensor<T> parameter in Parameters)
            parameter.ZeroGrad();
        Tensor<T> value = loss();
        value.Backward();
        return new ValueAndGradients<T>(value.Item(), HandOver());
    }

    /// <summary>What lies in <c>Grad</c>, copied into the model's gradients; nothing where there is none.</summary>
    public Gradients<T> HandOver()
    {
        _plan ??= _workspace.Add(new Plan(Parameters), []);
        _plan.Gradients.Begin(accumulate: false);
        for (int i = 0; i < Parameters.Count; i++)
        {
            Span<T> destination = _plan.Gradients.Destination(i, _workspace).Elements;
            if (Parameters[i].Grad is { } gradient)
                gradient.ToArray().CopyTo(destination);
            else
                destination.Clear();
        }

        return _plan.Gradients.Complete(_workspace);
    }

    private sealed class Plan : CallPlan
    {
        public Plan(ModelParameters<T> parameters) => Gradients = new(this, parameters, [.. parameters]);

        public ParameterGradients<T> Gradients { get; }
    }
}
