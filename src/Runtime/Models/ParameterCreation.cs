using System.Numerics;

namespace TypedTensors;

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
