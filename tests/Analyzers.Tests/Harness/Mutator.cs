using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Damages sources as an unfinished edit does: tokens are dropped, swapped with their neighbour, or doubled.</summary>
internal sealed class Mutator(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A copy with one to three small edits, most of them at tokens whose loss the grammar can bear.</summary>
    public string Mutate(string source)
    {
        for (int edits = _random.Next(1, 4); edits > 0; edits--)
            source = MutateOnce(source);
        return source;
    }

    private string MutateOnce(string source)
    {
        List<SyntaxToken> tokens = [.. CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        if (tokens.Count < 2)
            return source;
        int index = _random.Next(tokens.Count - 1);
        if (_random.Next(10) < 8)
            index = NextOperand(tokens, index);
        SyntaxToken token = tokens[index];
        SyntaxToken next = tokens[Math.Min(index + 1, tokens.Count - 1)];
        bool isOperand = IsOperand(token);
        return (isOperand ? _random.Next(4) : _random.Next(3)) switch
        {
            0 => source.Remove(token.SpanStart, token.Span.Length),
            1 => source.Insert(token.Span.End, " " + token.Text),
            2 => source[..token.SpanStart] + next.Text + source[token.Span.End..next.SpanStart] + token.Text + source[next.Span.End..],
            _ => Replace(source, token, tokens),
        };
    }

    /// <summary>Another name or number of the file in the token's place: the text still parses, and says something else.</summary>
    private string Replace(string source, SyntaxToken token, List<SyntaxToken> tokens)
    {
        SyntaxToken other = tokens[NextOperand(tokens, _random.Next(tokens.Count))];
        return source[..token.SpanStart] + other.Text + source[token.Span.End..];
    }

    private static int NextOperand(List<SyntaxToken> tokens, int from)
    {
        for (int index = from; index < tokens.Count; index++)
        {
            if (IsOperand(tokens[index]))
                return index;
        }

        return from;
    }

    private static bool IsOperand(SyntaxToken token) =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken;
}
