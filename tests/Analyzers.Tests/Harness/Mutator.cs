using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Damages sources as an unfinished edit does: tokens are dropped, swapped, doubled, or replaced by others of the file.</summary>
/// <remarks>
/// Most edits are small ones that the grammar can bear (another name, two operands exchanged, a modifier gone), because those
/// lead the analyzers furthest; the others break the text.
/// </remarks>
internal sealed class Mutator(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A copy with one to three edits.</summary>
    public string Mutate(string source)
    {
        int draw = _random.Next(10);
        for (int edits = draw < 7 ? 1 : draw < 9 ? 2 : 3; edits > 0; edits--)
            source = MutateOnce(source);
        return source;
    }

    private string MutateOnce(string source)
    {
        List<SyntaxToken> tokens = [.. CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        if (tokens.Count < 2)
            return source;
        switch (_random.Next(20))
        {
            case < 7 when Pick(tokens, IsOperand) is { } operand && Pick(tokens, token => token.IsKind(operand.Kind())) is { } other:
                return Swap(source, operand, other);
            case < 12 when Pick(tokens, IsOperand) is { } operand && Pick(tokens, token => token.IsKind(operand.Kind())) is { } other:
                return source[..operand.SpanStart] + other.Text + source[operand.Span.End..];
            case < 15 when Pick(tokens, IsOptional) is { } optional:
                return source.Remove(optional.SpanStart, optional.Span.Length);
            case 15 when Pick(tokens, token => token.Kind() is SyntaxKind.MinusToken or SyntaxKind.ExclamationToken or SyntaxKind.SemicolonToken) is { } repeatable:
                return source.Insert(repeatable.Span.End, " " + repeatable.Text);
        }

        int index = _random.Next(tokens.Count - 1);
        SyntaxToken token = tokens[index];
        return _random.Next(3) switch
        {
            0 => source.Remove(token.SpanStart, token.Span.Length),
            1 => source.Insert(token.Span.End, " " + token.Text),
            _ => Swap(source, token, tokens[index + 1]),
        };
    }

    private SyntaxToken? Pick(List<SyntaxToken> tokens, Func<SyntaxToken, bool> fits)
    {
        int start = _random.Next(tokens.Count);
        for (int offset = 0; offset < tokens.Count; offset++)
        {
            SyntaxToken token = tokens[(start + offset) % tokens.Count];
            if (fits(token))
                return token;
        }

        return null;
    }

    private static string Swap(string source, SyntaxToken first, SyntaxToken second)
    {
        if (first == second)
            return source;
        (SyntaxToken left, SyntaxToken right) = first.SpanStart < second.SpanStart ? (first, second) : (second, first);
        return source[..left.SpanStart] + right.Text + source[left.Span.End..right.SpanStart] + left.Text + source[right.Span.End..];
    }

    private static bool IsOperand(SyntaxToken token) =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken;

    private static bool IsOptional(SyntaxToken token) =>
        token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword
            or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.ParamsKeyword or SyntaxKind.ThisKeyword
            or SyntaxKind.PartialKeyword or SyntaxKind.SealedKeyword;
}
