using TypedTensors.Generators.Models;

namespace TypedTensors.Generators.Ir;

/// <summary>The methods of one type that ask for generated code: what the generator keeps between two runs.</summary>
/// <remarks>
/// Everything that is reachable from here is immutable and has value equality, and nothing of it is a symbol, a syntax node, a location or a
/// compilation: two runs over the same source give equal models, and the passes and the emission run only where the model changed.
/// </remarks>
/// <param name="Type">The type.</param>
/// <param name="ModelElement">The element type of the model's parameters; null when the type is no model.</param>
/// <param name="Taken">Names of the runtime that mean something else where the type is declared.</param>
/// <param name="Members">The methods.</param>
/// <param name="Names">Names of members, among those that generated members would like to have.</param>
internal sealed record CompiledTypeSpec(
    TypeSpec Type, string? ModelElement, EquatableArray<string> Taken, EquatableArray<MemberSpec> Members, EquatableArray<string> Names);

/// <summary>One method that asks for generated code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">Its accessibility, as C# writes it.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="ResultElements">The element types of the tensors that it returns.</param>
/// <param name="ReturnsTuple">Whether they come back as a tuple.</param>
/// <param name="IsScalar">Whether the result is a scalar, which is returned by value.</param>
/// <param name="IsDifferentiable">Whether the derivative is asked for.</param>
/// <param name="Wanted">The indices of the tensor arguments whose gradients are asked for.</param>
/// <param name="Contract">What is declared of its shapes.</param>
/// <param name="Function">What it computes; null when it was refused.</param>
/// <param name="IsPortable">Whether its code can be included in other assemblies.</param>
/// <param name="Refusal">Why it was refused: the diagnostic's identifier; null when it was not.</param>
internal sealed record MemberSpec(
    string Name,
    string Accessibility,
    bool IsStatic,
    EquatableArray<ArgumentSpec> Parameters,
    EquatableArray<string> ResultElements,
    bool ReturnsTuple,
    bool IsScalar,
    bool IsDifferentiable,
    EquatableArray<int> Wanted,
    ContractSpec Contract,
    Function? Function,
    bool IsPortable,
    string? Refusal);

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name, as C# writes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Element">The element type of a tensor; null for anything else.</param>
/// <param name="Key">For a number, the expression that tells one plan from another; null when plans do not depend on it.</param>
internal sealed record ArgumentSpec(string Name, string Type, string? Element, string? Key);

/// <summary>The declared shapes of a method's tensor arguments.</summary>
/// <param name="Shapes">For each tensor argument the declared shape; null when it has none.</param>
/// <param name="Facts">The facts that callers have to satisfy.</param>
/// <param name="Names">The dimensions of the class and the integer parameters that the shapes name.</param>
internal sealed record ContractSpec(EquatableArray<string?> Shapes, EquatableArray<string> Facts, EquatableArray<DimensionSpec> Names);
