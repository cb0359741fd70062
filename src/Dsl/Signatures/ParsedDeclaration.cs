using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>A fact of a declaration, with its text.</summary>
internal sealed record ParsedFact(FactSyntax Node, string Source);

/// <summary>All texts of a declaration, parsed and checked; what is broken is left out.</summary>
/// <param name="Shapes">For each parameter its shapes: one, or for a tuple several; null when it declares none. A broken shape inside is null.</param>
/// <param name="Results">The shape of each result; null for one that is broken.</param>
/// <param name="Integer">The expression of an integer result, with its text.</param>
/// <param name="Facts">The facts.</param>
internal sealed record ParsedDeclaration(
    IReadOnlyList<IReadOnlyList<ParsedShape?>?> Shapes,
    IReadOnlyList<ParsedShape?> Results,
    ParsedItem? Integer,
    IReadOnlyList<ParsedFact> Facts);
