namespace TypedTensors.Generators.Ir;

/// <summary>What an implementation computes, told from the interfaces that it has.</summary>
internal enum ImplementationKind
{
    UnaryFunction,
    BinaryFunction,
    Predicate,
    View,
    General,
    List,
    TernaryFunction,
}

/// <summary>A declared operation with its arguments other than tensors, as one call of it needs to know.</summary>
/// <param name="Name">The name of the declaring method.</param>
/// <param name="Kind">What the implementation computes.</param>
/// <param name="Implementation">The implementing struct with its type arguments, as C# writes it from anywhere.</param>
/// <param name="Arguments">What its constructor is given.</param>
/// <param name="SavesInputs">Whether the pullback reads the arguments.</param>
/// <param name="SavesResult">Whether the pullback reads the result.</param>
/// <param name="Differentiable">For each tensor argument whether a gradient reaches it; a list counts as one argument.</param>
/// <param name="Passes">For each tensor argument whether its cotangent is the result's own, summed over what was broadcast.</param>
/// <param name="IsPublic">Whether code of any assembly can call the implementation.</param>
/// <param name="TakesEpilogue">Whether it applies an element-wise kernel to its result while that is in cache.</param>
/// <param name="GivesGradient">Whether it gives the gradient of its first argument in the same pass as a scalar result.</param>
internal sealed record OperationReference(
    string Name,
    ImplementationKind Kind,
    string Implementation,
    EquatableArray<HostExpression> Arguments,
    bool SavesInputs,
    bool SavesResult,
    EquatableArray<bool> Differentiable,
    EquatableArray<bool> Passes,
    bool IsPublic = true,
    bool TakesEpilogue = false,
    bool GivesGradient = false)
{
    /// <summary>Whether it is a function of elements, with a derivative that is one too.</summary>
    public bool IsFunction => Kind is ImplementationKind.UnaryFunction or ImplementationKind.BinaryFunction or ImplementationKind.TernaryFunction;

    /// <summary>Whether it is computed element by element.</summary>
    public bool IsElementwise => IsFunction || Kind is ImplementationKind.Predicate;

    /// <summary>The same operation over other values.</summary>
    public OperationReference Renumber(Func<int, int> value) => this with { Arguments = [.. Arguments.Select(argument => argument.Renumber(value))] };
}
