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
internal sealed class Signature
{
    private readonly ParsedDeclaration _declaration;
    private readonly IReadOnlyCollection<string> _ambient;

    private Signature(
        string name,
        IReadOnlyList<ParameterDeclaration> parameters,
        IReadOnlyCollection<string> ambient,
        ParsedDeclaration declaration,
        IReadOnlyList<DeclarationProblem> problems)
    {
        Name = name;
        Parameters = parameters;
        Problems = problems;
        _ambient = ambient;
        _declaration = declaration;
    }

    /// <summary>The operation's or method's name, as messages show it.</summary>
    public string Name { get; }

    public IReadOnlyList<ParameterDeclaration> Parameters { get; }

    /// <summary>Mistakes found while parsing. A signature with mistakes can be applied: what is broken counts as undeclared.</summary>
    public IReadOnlyList<DeclarationProblem> Problems { get; }

    /// <summary>Whether anything is declared: a shape, a dimension or a fact.</summary>
    public bool IsDeclared =>
        _declaration.Results.Count > 0 || _declaration.Integer is not null || _declaration.Facts.Count > 0
        || Parameters.Any(parameter => parameter.IsDim || parameter.Items is not null);

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
        IReadOnlyCollection<string> ambient)
    {
        var parser = new DeclarationParser(parameters, ambient);
        ParsedDeclaration declaration = parser.Parse(result, facts);
        return new Signature(name, parameters, ambient, declaration, parser.Problems);
    }

    /// <summary>Applies the signature to the arguments of a call.</summary>
    /// <param name="arguments">One for each parameter.</param>
    /// <param name="facts">What may be assumed where the call stands.</param>
    /// <param name="ambient">For a call on the same instance, the caller's dimensions for the surrounding type's names; else null.</param>
    /// <param name="fresh">Makes opaque symbols for sizes that the arguments do not determine.</param>
    public CallOutcome Apply(
        IReadOnlyList<Argument> arguments,
        Facts facts,
        IReadOnlyDictionary<string, Dimension>? ambient,
        FreshSymbols fresh)
    {
        if (arguments.Count != Parameters.Count)
            throw new ArgumentException($"{Name} has {Parameters.Count} parameters, but {arguments.Count} arguments were given.", nameof(arguments));
        return new CallApplication(Name, Parameters, _declaration, arguments, facts, fresh).Run(ambient);
    }

    /// <summary>The view from inside: every name a rigid symbol, <c>_</c> and <c>?</c> opaque.</summary>
    public SignatureBody EnterBody(FreshSymbols fresh) => BodyEntry.Of(Name, Parameters, _declaration, _ambient, fresh);
}
