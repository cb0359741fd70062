using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Signatures;

/// <summary>A mistake in a declaration.</summary>
/// <param name="Place">Where: a parameter by its name, <c>return</c>, or <c>where</c>.</param>
/// <param name="Item">The index of the attribute argument (for facts, of the attribute) that holds the mistake.</param>
/// <param name="Problem">The mistake, positioned inside that text.</param>
internal sealed record DeclarationProblem(string Place, int Item, SyntaxProblem Problem);

/// <summary>
/// The shape contract of a method, parsed: the one form in which the analyzers (from symbols) and the runtime (from
/// reflection) know a declaration.
/// </summary>
internal sealed partial class Signature
{
    /// <summary>The operation's or method's name, as messages show it.</summary>
    public string Name => throw new NotSupportedException();

    public IReadOnlyList<ParameterDeclaration> Parameters => throw new NotSupportedException();

    /// <summary>Mistakes found while parsing. A signature with mistakes can be applied: what is broken counts as undeclared.</summary>
    public IReadOnlyList<DeclarationProblem> Problems => throw new NotSupportedException();

    /// <summary>Whether anything is declared: a shape, a dimension or a fact.</summary>
    public bool IsDeclared => throw new NotSupportedException();

    /// <summary>Parses a declaration.</summary>
    /// <param name="name">The name shown in messages.</param>
    /// <param name="parameters">The parameters in order, a receiver first.</param>
    /// <param name="result">The result.</param>
    /// <param name="facts">The texts of the <c>[Where]</c> attributes.</param>
    /// <param name="ambient">Names that are dimensions of the surrounding type (<c>[Dim]</c> members and constructor parameters).</param>
    public static Signature Parse(
        string name,
        IReadOnlyList<ParameterDeclaration> parameters,
        ResultDeclaration result,
        IReadOnlyList<string> facts,
        IReadOnlyCollection<string> ambient) => throw new NotSupportedException();

    /// <summary>Applies the signature to the arguments of a call.</summary>
    /// <param name="arguments">One for each parameter.</param>
    /// <param name="facts">What may be assumed where the call stands.</param>
    /// <param name="ambient">For a call on the same instance, the caller's dimensions for the surrounding type's names; else null.</param>
    /// <param name="fresh">Makes opaque symbols for sizes that the arguments do not determine.</param>
    public CallOutcome Apply(
        IReadOnlyList<Argument> arguments,
        Facts facts,
        IReadOnlyDictionary<string, Dimension>? ambient,
        FreshSymbols fresh) => throw new NotSupportedException();

    /// <summary>The view from inside: every name a rigid symbol, <c>_</c> and <c>?</c> opaque.</summary>
    public SignatureBody EnterBody(FreshSymbols fresh) => throw new NotSupportedException();
}

/// <summary>Numbers opaque symbols. One for each method under check, so that results do not depend on the order of methods.</summary>
internal sealed class FreshSymbols
{
    private int _next;

    public Symbol Opaque(string name = "?") => new(name, SymbolKind.Opaque, ++_next);
}

/// <summary>A signature as the method's own body sees it.</summary>
/// <param name="ParameterShapes">For each parameter the shapes of its tensors: one for a tensor, several for a tuple, null when undeclared.</param>
/// <param name="Dimensions">The names in scope: of <c>[Dim]</c> parameters, of the surrounding type and of the shapes.</param>
/// <param name="Packs">The pack names in scope.</param>
/// <param name="Facts">What the body may assume.</param>
/// <param name="Results">The declared shapes of the results, or empty when undeclared.</param>
internal sealed record SignatureBody(
    IReadOnlyList<IReadOnlyList<ShapeValue>?> ParameterShapes,
    IReadOnlyDictionary<string, Dimension> Dimensions,
    IReadOnlyDictionary<string, Symbol> Packs,
    Facts Facts,
    IReadOnlyList<ShapeValue> Results)
{
    /// <summary>Does a returned value have the declared shape? A mismatch of kind <see cref="MismatchKind.Result"/>, or null.</summary>
    /// <param name="method">The method's name for the message.</param>
    /// <param name="index">Which tensor of the result.</param>
    /// <param name="actual">The shape of the returned value.</param>
    /// <param name="text">Its source text, or null.</param>
    public Mismatch? CheckResult(string method, int index, ShapeValue actual, string? text) => throw new NotSupportedException();

    /// <summary>Parses a shape whose names are those of this body, as <c>Assume</c> and <c>Shape.Assert</c> take; an unknown name is a new opaque symbol.</summary>
    public ShapeValue ParsePattern(string text, FreshSymbols fresh, out IReadOnlyList<SyntaxProblem> problems) => throw new NotSupportedException();
}
