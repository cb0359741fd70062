using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers.Operations;

/// <summary>The part of a call's source that stands for the call: what a squiggle marks and a message quotes.</summary>
internal static class CallSyntax
{
    private const int LongestQuote = 32;

    /// <summary>The method's name with its arguments, the member's name, an operator with its operands, or the brackets of an indexer.</summary>
    public static Location LocationOf(IOperation call) => LocationOf(call.Syntax);

    /// <summary>The source of an expression where it is short enough to be read within a sentence; else null.</summary>
    public static string? Quote(IOperation? expression)
    {
        if (expression is null || expression.IsImplicit || expression.Syntax is not ExpressionSyntax syntax || syntax.Span.Length > LongestQuote)
            return null;
        string text = syntax.ToString();
        return text.IndexOf('\n') < 0 ? text : null;
    }

    private static Location LocationOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Between(call, member.Name, call),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } call => Between(call, member.Name, call),
        MemberAccessExpressionSyntax member => member.Name.GetLocation(),
        MemberBindingExpressionSyntax member => member.Name.GetLocation(),
        ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
        ParenthesizedExpressionSyntax parenthesized => LocationOf(parenthesized.Expression),
        _ => syntax.GetLocation(),
    };

    private static Location Between(SyntaxNode tree, SyntaxNode first, SyntaxNode last) =>
        Location.Create(tree.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));
}
