using TypedTensors.Dimensions;

namespace TypedTensors.Shapes.Syntax;

/// <summary>A part of a text of the shape language, with the characters it spans.</summary>
internal abstract record SyntaxNode(int Start, int Length);

/// <summary>A whole number.</summary>
internal sealed record NumberSyntax(int Start, int Length, long Value) : SyntaxNode(Start, Length);

/// <summary>A name: of a dimension, or inside the arguments of a primitive of a parameter.</summary>
internal sealed record NameSyntax(int Start, int Length, string Name) : SyntaxNode(Start, Length);

/// <summary>A negated expression.</summary>
internal sealed record NegateSyntax(int Start, int Length, SyntaxNode Operand) : SyntaxNode(Start, Length);

/// <summary>Two expressions joined by <c>+ - * / // %</c>.</summary>
internal sealed record BinarySyntax(int Start, int Length, TokenKind Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Start, Length);

/// <summary>A primitive, or <c>min</c> or <c>max</c>, applied to arguments.</summary>
internal sealed record CallSyntax(int Start, int Length, NameSyntax Primitive, IReadOnlyList<SyntaxNode> Arguments) : SyntaxNode(Start, Length);

/// <summary><c>...</c> or <c>...name</c>.</summary>
internal sealed record PackSyntax(int Start, int Length, string? Name) : SyntaxNode(Start, Length);

/// <summary>A call whose shape takes the place of the item: <c>...drop(x, 1)</c>, or without dots.</summary>
internal sealed record SpliceSyntax(int Start, int Length, CallSyntax Call) : SyntaxNode(Start, Length);

/// <summary><c>_</c> or <c>?</c>.</summary>
internal sealed record HoleSyntax(int Start, int Length) : SyntaxNode(Start, Length);

/// <summary>A comparison, as <c>[Where]</c> takes it.</summary>
internal sealed record FactSyntax(int Start, int Length, SyntaxNode Left, Relation Relation, SyntaxNode Right) : SyntaxNode(Start, Length);
