using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Reads a shape in the names of a method's body.</summary>
internal sealed class PatternReader(SignatureBody body, FreshSymbols fresh)
{
    private readonly Dictionary<string, Dimension> _unknown = [];
    private readonly List<SyntaxProblem> _problems = [];

    public IReadOnlyList<SyntaxProblem> Problems => _problems;

    public ShapeValue Read(IReadOnlyList<SyntaxNode> nodes) => new([.. nodes.Select(Item)]);

    private ShapeItem Item(SyntaxNode node)
    {
        switch (node)
        {
            case HoleSyntax:
                return ShapeItem.Of(Unknown());
            case PackSyntax { Name: string name } when body.Packs.TryGetValue(name, out Symbol? pack):
                return ShapeItem.OfPack(pack);
            case PackSyntax pack:
                return ShapeItem.OfPack(fresh.Opaque(pack.Name ?? ""));
            case SpliceSyntax splice:
                Fail(splice, "a rule cannot stand here: there are no parameters that it could refer to");
                return ShapeItem.Of(Unknown());
            default:
                Dimension size = Size(node);
                if (size.IsConstant(out long value) && value < 0)
                    Fail(node, $"a size cannot be negative: {value}");
                return ShapeItem.Of(size);
        }
    }

    private Dimension Size(SyntaxNode node)
    {
        switch (node)
        {
            case NumberSyntax number:
                return Dimension.Constant(number.Value);
            case NameSyntax name:
                if (body.Dimensions.TryGetValue(name.Name, out Dimension? known) || _unknown.TryGetValue(name.Name, out known))
                    return known;
                return _unknown[name.Name] = Dimension.Of(fresh.Opaque(name.Name));
            case NegateSyntax negate:
                return -Size(negate.Operand);
            case BinarySyntax binary:
                return Combine(binary, Size(binary.Left), Size(binary.Right));
            case CallSyntax { Primitive.Name: "min", Arguments.Count: > 1 } call:
                return call.Arguments.Select(Size).Aggregate(Dimension.Min);
            case CallSyntax { Primitive.Name: "max", Arguments.Count: > 1 } call:
                return call.Arguments.Select(Size).Aggregate(Dimension.Max);
            default:
                Fail(node, "a rule cannot stand here: there are no parameters that it could refer to");
                return Unknown();
        }
    }

    private Dimension Combine(BinarySyntax binary, Dimension left, Dimension right)
    {
        bool divides = binary.Operator is TokenKind.Slash or TokenKind.FloorSlash or TokenKind.Percent;
        if (divides && right.IsConstant(out long divisor) && divisor <= 0)
            Fail(binary.Right, divisor == 0 ? "division by zero" : "the divisor cannot be negative");
        else if (binary.Operator == TokenKind.Slash && body.Facts.ExactQuotient(left, right) is null)
            Fail(binary, $"'/' is exact division, and nothing shows that {left} is a multiple of {right}; use '//' or state it with [Where]");
        return StaticDimension.Combine(binary.Operator, left, right);
    }

    private Dimension Unknown() => Dimension.Of(fresh.Opaque());

    private void Fail(SyntaxNode node, string message)
    {
        // One mistake for a text: what follows a first one is often its consequence.
        if (_problems.Count == 0)
            _problems.Add(new SyntaxProblem(node.Start, node.Length, message));
    }
}
