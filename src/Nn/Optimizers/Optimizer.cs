using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Changes parameters in the direction that their gradients give.</summary>
/// <remarks>
/// <para>
/// A step writes into the parameters' own memory, so it invalidates a tape that saved one of them: run forward again before the
/// next backward. Parameters are of <see cref="float"/> or <see cref="double"/>, also mixed. After the first step, a step allocates nothing.
/// </para>
/// <para>
/// Given the <see cref="ModelParameters{T}"/> of a model, an optimizer keeps its state as flat as they are, and a step by the model's
/// <see cref="Gradients{T}"/> is one pass over each buffer.
/// </para>
/// </remarks>
public abstract class Optimizer
{
    private readonly ParameterGroup[] _groups;
    private readonly IEnumerable<Tensor> _given;

    /// <summary>Prepares the parameters; state begins at zero.</summary>
    /// <param name="parameters">
    /// The parameters of a model, or contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.
    /// </param>
    /// <exception cref="ArgumentException">A parameter cannot be optimized, or there is none.</exception>
    private protected Optimizer(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _given = parameters;
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
            throw new ArgumentException($"{GetType().Name}: there are no parameters to optimize", nameof(parameters));
        if (Parameters.Distinct(ReferenceEqualityComparer.Instance).Count() != Parameters.Count)
            throw new ArgumentException($"{GetType().Name}: a parameter is given twice", nameof(parameters));
        _groups = parameters switch
        {
            ModelParameters<float> single => Group(single),
            ModelParameters<double> @double => Group(@double),
            _ => [.. Parameters.Select(Group)],
        };
    }

    /// <summary>The tensors that a step changes.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>How many numbers are kept for each element.</summary>
    internal abstract int StateCount { get; }

    /// <summary>Changes every parameter that has a gradient in <c>Grad</c>.</summary>
    public void Step()
    {
        foreach (ParameterGroup group in _groups)
            group.Step();
    }

    /// <summary>Changes all parameters by the gradients that a model's generated code has computed.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="gradients">Gradients of the <see cref="ModelParameters{T}"/> that the optimizer was created with.</param>
    /// <exception cref="ArgumentException">They are the gradients of other parameters.</exception>
    /// <exception cref="InvalidOperationException">A later call has overwritten the gradients.</exception>
    public void Step<T>(Gradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!ReferenceEquals(gradients.Parameters, _given))
        {
            throw new ArgumentException(
                $"{GetType().Name}: these are the gradients of other parameters; "
                + "create the optimizer with the Parameters of the model whose gradients it is given");
        }

        gradients.CheckCurrent();
        ParameterSegment<T>[] segments = gradients.Parameters.Segments;
        for (int i = 0; i < segments.Length; i++)
            ((ParameterGroup<T>)_groups[i]).Step(segments[i].Of(segments[i].Storage.Gradients.Elements));
    }

    /// <summary>Forgets the gradients in <c>Grad</c>, so that the next backward begins anew instead of adding to them.</summary>
    public void ZeroGrad()
    {
        foreach (ParameterGroup group in _groups)
            group.ForgetGradients();
    }

    /// <summary>Changes consecutive elements.</summary>
    /// <param name="step">How many steps will then have changed them.</param>
    /// <param name="parameters">The elements.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="state">The numbers that are kept for them.</param>
    internal abstract void Change<T>(int step, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>One group for each segment, in their order.</summary>
    private ParameterGroup[] Group<T>(ModelParameters<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(parameters.Segments, segment => (ParameterGroup)new ParameterGroup<T>(this, segment.Tensors));

    private ParameterGroup Group(Tensor parameter, int index) => parameter switch
    {
        Tensor<float> single => new ParameterGroup<float>(this, [Check(single, index)]),
        Tensor<double> @double => new ParameterGroup<double>(this, [Check(@double, index)]),
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
