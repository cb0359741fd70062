using TypedTensors.Dimensions;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Expressions as dimensions over their own names, before anything is bound. A call that is not <c>min</c> or <c>max</c> is an unknown named by its text.</summary>
internal static class StaticDimension
{
    public static Dimension Of(SyntaxNode node, string source) => node switch
    {
        NumberSyntax number => Dimension.Constant(number.Value),
        NameSyntax name => Dimension.Of(new Symbol(name.Name, SymbolKind.Rigid)),
        NegateSyntax negate => -Of(negate.Operand, source),
        BinarySyntax binary => Combine(binary.Operator, Of(binary.Left, source), Of(binary.Right, source)),
        CallSyntax { Primitive.Name: "min", Arguments.Count: > 0 } call => call.Arguments.Select(argument => Of(argument, source)).Aggregate(Dimension.Min),
        CallSyntax { Primitive.Name: "max", Arguments.Count: > 0 } call => call.Arguments.Select(argument => Of(argument, source)).Aggregate(Dimension.Max),
        _ => Dimension.Of(new Symbol(source.Substring(node.Start, node.Length), SymbolKind.Opaque)),
    };

    public static Dimension Combine(TokenKind operation, Dimension left, Dimension right) => operation switch
    {
        TokenKind.Plus => left + right,
        TokenKind.Minus => left - right,
        TokenKind.Star => left * right,
        TokenKind.Slash => Dimension.ExactDivide(left, right),
        TokenKind.FloorSlash => Dimension.FloorDivide(left, right),
        _ => Dimension.Remainder(left, right),
    };
}
