using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>A signature as the method's own body sees it.</summary>
/// <param name="ParameterShapes">For each parameter the shapes of its tensors: one for a tensor (an unknown one when undeclared), several for a tuple, else null.</param>
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
    /// <summary>The results as written, for messages; null for one that is broken.</summary>
    internal IReadOnlyList<ParsedShape?> DeclaredResults { get; init; } = [];

    /// <summary>Does a returned value have the declared shape? A mismatch of kind <see cref="MismatchKind.Result"/>, or null.</summary>
    /// <param name="method">The method's name for the message.</param>
    /// <param name="index">Which tensor of the result.</param>
    /// <param name="actual">The shape of the returned value.</param>
    /// <param name="text">Its source text, or null.</param>
    public Mismatch? CheckResult(string method, int index, ShapeValue actual, string? text)
    {
        if (index >= Results.Count || DeclaredResults[index] is not ParsedShape declared)
            return null;
        ShapeComparison comparison = ShapeComparison.Of(Results[index], actual, Facts);
        if (comparison.Answer != Answer.Refuted)
            return null;
        string subject = text is null ? "the returned value" : "the returned value '" + text + "'";
        string message = ArgumentMessages.Shape(subject, actual, declared, Results[index], declared.HasRule, comparison, "");
        return new Mismatch(MismatchKind.Result, method + ": " + message, []);
    }

    /// <summary>Parses a shape whose names are those of this body, as <c>Assume</c> and <c>Shape.Assert</c> take; an unknown name is a new opaque symbol.</summary>
    public ShapeValue ParsePattern(string text, FreshSymbols fresh, out IReadOnlyList<SyntaxProblem> problems)
    {
        IReadOnlyList<SyntaxNode>? nodes = ShapeParser.ParseShape(text, out SyntaxProblem? problem);
        problems = problem is null ? [] : [problem];
        if (nodes is null)
            return new ShapeValue([ShapeItem.OfPack(fresh.Opaque(""))]);
        var reader = new PatternReader(this, fresh);
        ShapeValue shape = reader.Read(nodes);
        problems = reader.Problems;
        return shape;
    }
}
