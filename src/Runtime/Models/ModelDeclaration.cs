using System.ComponentModel;
using System.Numerics;

namespace TypedTensors;

/// <summary>Receives what a model declares; see <see cref="ITensorModel{T}.Declare"/>.</summary>
/// <typeparam name="T">The element type of the parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelDeclaration<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected ModelDeclaration()
    {
    }

    /// <summary>Declares a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its sizes, outermost first; none for a scalar.</param>
    /// <param name="initialization">How its first values are drawn.</param>
    /// <param name="initialValue">What the initialization is given; NaN for its own.</param>
    /// <param name="fanIn">How many inputs feed one output; -1 when that is not known, as of a vector.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    /// <exception cref="ArgumentException">The initialization needs a fan in, and there is none.</exception>
    public abstract void Parameter(
        string name,
        ReadOnlySpan<int> shape,
        Initialization initialization = Initialization.Default,
        double initialValue = double.NaN,
        int fanIn = -1);

    /// <summary>Declares a sub-model.</summary>
    /// <param name="name">Its name, which stands before those of its parameters: <c>Encoder.W</c>.</param>
    /// <param name="child">The sub-model; null when the model has none.</param>
    public abstract void Child(string name, ITensorModel<T>? child);

    /// <summary>Declares a list of sub-models.</summary>
    /// <param name="name">The list's name, which stands with the index before those of the parameters: <c>Layers.0.W</c>.</param>
    /// <param name="children">The sub-models; null when the model has none.</param>
    public void Children(string name, IEnumerable<ITensorModel<T>?>? children)
    {
        int index = 0;
        foreach (ITensorModel<T>? child in children ?? [])
            Child($"{name}.{index++}", child);
    }
}

/// <summary>Creates the parameters of a model, without looking at its sub-models, which a constructor may still have to create.</summary>
internal sealed class ParameterCreation<T> : ModelDeclaration<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<ModelParameter<T>> _parameters = [];

    /// <summary>Creates the parameters in the order of their declarations, and draws their values.</summary>
    public static ModelParameter<T>[] Of(ITensorModel<T> model)
    {
        var creation = new ParameterCreation<T>();
        model.Declare(creation);
        foreach (ModelParameter<T> parameter in creation._parameters)
            parameter.Draw(Generator.Default);
        return [.. creation._parameters];
    }

    public override void Parameter(string name, ReadOnlySpan<int> shape, Initialization initialization, double initialValue, int fanIn) =>
        _parameters.Add(new ModelParameter<T>(name, new Shape(shape), initialization, initialValue, fanIn));

    public override void Child(string name, ITensorModel<T>? child)
    {
    }
}

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
