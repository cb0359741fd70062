using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Finds the source of an annotation's arguments, down to the characters of a text.</summary>
internal static class AnnotationSyntax
{
    /// <summary>The expression of an argument, counted without named ones; null when it is part of an array or not in source.</summary>
    public static ExpressionSyntax? ArgumentOf(AttributeData attribute, int index, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
            return null;
        int position = 0;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (argument.NameEquals is null && position++ == index)
                return argument.Expression;
        }

        return null;
    }

    public static ExpressionSyntax? NamedArgumentOf(AttributeData attribute, string name, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>Where an argument stands, or the whole annotation.</summary>
    public static Location? LocationOf(AttributeData attribute, int index, CancellationToken cancellation) =>
        ArgumentOf(attribute, index, cancellation)?.GetLocation() ?? LocationOf(attribute, cancellation);

    public static Location? LocationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>Where a run of characters of an argument's text stands; the whole argument when that is not one literal.</summary>
    public static Location? LocationOf(AttributeData attribute, int index, int start, int length, CancellationToken cancellation) =>
        ArgumentOf(attribute, index, cancellation) is { } expression
            ? LocationOf(expression, start, length)
            : LocationOf(attribute, cancellation);

    /// <summary>Where a run of characters of an expression's text stands.</summary>
    public static Location LocationOf(ExpressionSyntax expression, int start, int length)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        if (expression is not LiteralExpressionSyntax { Token: var token } || LiteralText.PositionsOf(token) is not { } positions)
            return expression.GetLocation();
        int first = positions[Math.Min(start, positions.Length - 1)];
        int end = length == 0 ? first + 1 : positions[Math.Min(start + length, positions.Length - 1)];
        return Location.Create(expression.SyntaxTree, TextSpan.FromBounds(token.SpanStart + first, token.SpanStart + Math.Max(end, first + 1)));
    }
}
