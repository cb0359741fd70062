using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Changes parameters in the direction that their gradients give.</summary>
/// <remarks>
/// A step reads <c>Grad</c> and writes into the parameters' own memory, so it invalidates a tape that saved one of
/// them: run forward again before the next backward. Parameters are of <see cref="float"/> or <see cref="double"/>, also mixed.
/// After the first step, a step allocates nothing.
/// </remarks>
public abstract class Optimizer
{
    private readonly ParameterUpdate[] _updates;

    /// <summary>Prepares the parameters; state begins at zero.</summary>
    /// <param name="parameters">Contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.</param>
    /// <exception cref="ArgumentException">A parameter cannot be optimized, or there is none.</exception>
    private protected Optimizer(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
            throw new ArgumentException($"{GetType().Name}: there are no parameters to optimize", nameof(parameters));
        if (Parameters.Distinct(ReferenceEqualityComparer.Instance).Count() != Parameters.Count)
            throw new ArgumentException($"{GetType().Name}: a parameter is given twice", nameof(parameters));
        _updates = [.. Parameters.Select(Prepare)];
    }

    /// <summary>The tensors that a step changes.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>Changes every parameter that has a gradient.</summary>
    public void Step()
    {
        foreach (ParameterUpdate update in _updates)
            update.Step();
    }

    /// <summary>Forgets the gradients, so that the next backward begins anew instead of adding to them.</summary>
    public void ZeroGrad()
    {
        foreach (ParameterUpdate update in _updates)
            update.ForgetGradient();
    }

    private protected abstract ParameterUpdate Prepare(Tensor<float> parameter);

    private protected abstract ParameterUpdate Prepare(Tensor<double> parameter);

    private ParameterUpdate Prepare(Tensor parameter, int index) => parameter switch
    {
        Tensor<float> single => Prepare(Check(single, index)),
        Tensor<double> @double => Prepare(Check(@double, index)),
        _ => throw Refused(index, $"has elements of {parameter?.ElementType.Name ?? "no type"}; expected Single or Double"),
    };

    private Tensor<T> Check<T>(Tensor<T> parameter, int index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!parameter.RequiresGrad)
            throw Refused(index, "does not require a gradient; call RequireGrad() on it");
        if (!parameter.IsLeaf)
            throw Refused(index, "was computed from other tensors; only a tensor that was created can be optimized");
        if (!parameter.IsContiguous)
            throw Refused(index, "is a view with gaps; a parameter must be contiguous");
        return parameter;
    }

    private ArgumentException Refused(int index, string reason) => new($"{GetType().Name}: parameter {index} {reason}");
}
