using System.Numerics;

namespace TypedTensors;

/// <summary>Collects the parameters of a model and of its sub-models under their full names, in the order of their declarations.</summary>
internal sealed class ParameterCollection<T> : ModelDeclaration<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<(string Name, ModelParameter<T> Parameter)> _parameters = [];
    private readonly HashSet<ITensorModel<T>> _open = new(ReferenceEqualityComparer.Instance);
    private string _prefix = "";
    private ModelState<T>? _state;
    private int _next;

    /// <summary>Collects; the same sub-model at two places gives its parameters twice.</summary>
    /// <exception cref="InvalidOperationException">A model is its own sub-model.</exception>
    public static IReadOnlyList<(string Name, ModelParameter<T> Parameter)> Of(ITensorModel<T> model)
    {
        var collection = new ParameterCollection<T>();
        collection.Visit(model);
        return collection._parameters;
    }

    public override void Parameter(string name, ReadOnlySpan<int> shape, Initialization initialization, double initialValue, int fanIn) =>
        _parameters.Add((_prefix + name, _state!.Own(_next++)));

    public override void Child(string name, ITensorModel<T>? child)
    {
        if (child is null)
            return;
        (string prefix, ModelState<T>? state, int next) = (_prefix, _state, _next);
        _prefix = $"{prefix}{name}.";
        Visit(child);
        (_prefix, _state, _next) = (prefix, state, next);
    }

    private void Visit(ITensorModel<T> model)
    {
        if (!_open.Add(model))
            throw new InvalidOperationException($"{model.GetType().Name}: the model is a sub-model of itself, at {_prefix.TrimEnd('.')}");
        (_state, _next) = (ModelState<T>.Of(model), 0);
        model.Declare(this);
        _open.Remove(model);
    }
}
