using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Checks what the grammar cannot: names, the kinds of a primitive's arguments, exact divisions, negative sizes.</summary>
internal sealed class DeclarationChecker(DeclarationScope scope, IReadOnlyList<ParsedFact> facts)
{
    private Facts? _facts;
    private SyntaxProblem? _problem;
    private string _source = "";
    private DeclarationPlace _place;

    /// <summary>The item with a call to a shape primitive turned into a splice; null, and the problem, when it is broken.</summary>
    public ParsedItem? CheckItem(ParsedItem item, DeclarationPlace place, out SyntaxProblem? problem)
    {
        Begin(item.Source, place);
        SyntaxNode node = item.Node;
        switch (node)
        {
            case HoleSyntax or PackSyntax:
                break;
            case CallSyntax call when PrimitiveTable.Find(call.Primitive.Name) is { YieldsShape: true }:
                node = new SpliceSyntax(call.Start, call.Length, call);
                CheckCall(call);
                break;
            case SpliceSyntax splice when PrimitiveTable.Find(splice.Call.Primitive.Name) is { YieldsShape: false }:
                Fail(splice, $"'{splice.Call.Primitive.Name}' yields a size, not a shape; write it without '...'");
                break;
            case SpliceSyntax splice:
                CheckCall(splice.Call);
                break;
            default:
                CheckSize(node, inRule: false);
                if (_problem is null && StaticDimension.Of(node, item.Source).IsConstant(out long size) && size < 0)
                    Fail(node, $"a size cannot be negative: {size}");
                break;
        }

        problem = _problem;
        return problem is null ? item with { Node = node } : null;
    }

    public SyntaxProblem? CheckExpression(SyntaxNode node, string source, DeclarationPlace place)
    {
        Begin(source, place);
        CheckSize(node, inRule: false);
        return _problem;
    }

    public SyntaxProblem? CheckFact(ParsedFact fact)
    {
        Begin(fact.Source, DeclarationPlace.Fact);
        CheckSize(fact.Node.Left, inRule: false);
        CheckSize(fact.Node.Right, inRule: false);
        return _problem;
    }

    private void Begin(string source, DeclarationPlace place)
    {
        _problem = null;
        _source = source;
        _place = place;
    }

    private void CheckSize(SyntaxNode node, bool inRule)
    {
        switch (node)
        {
            case NameSyntax name:
                CheckName(name, inRule);
                break;
            case NegateSyntax negate:
                CheckSize(negate.Operand, inRule);
                break;
            case BinarySyntax binary:
                CheckSize(binary.Left, inRule);
                CheckSize(binary.Right, inRule);
                CheckDivision(binary);
                break;
            case CallSyntax { Primitive.Name: "min" or "max" } extremum:
                if (extremum.Arguments.Count < 2)
                    Fail(extremum, $"'{extremum.Primitive.Name}' takes two or more sizes");
                foreach (SyntaxNode argument in extremum.Arguments)
                    CheckSize(argument, inRule);
                break;
            case CallSyntax call:
                CheckCall(call);
                if (_problem is null && PrimitiveTable.Find(call.Primitive.Name)!.YieldsShape)
                    Fail(call, $"'{call.Primitive.Name}' yields a shape and cannot be part of a size");
                break;
            case PackSyntax or SpliceSyntax:
                Fail(node, "a size is expected here, not a run of dimensions");
                break;
        }
    }

    private void CheckName(NameSyntax name, bool inRule)
    {
        ParameterDeclaration? parameter = scope.Parameter(name.Name);
        if (inRule && parameter is not null)
        {
            if (parameter.Kind != ParameterKind.Integer)
                Fail(name, $"the parameter '{name.Name}' is not an integer");
        }
        else if (!scope.IsBound(name.Name))
        {
            if (parameter?.Kind == ParameterKind.Integer)
                FailUnbound(name, $"'{name.Name}' is an integer parameter; mark it with [Dim] to use it as a dimension");
            else if (inRule)
                FailUnbound(name, $"'{name.Name}' is neither a parameter nor a dimension of one");
            else if (_place != DeclarationPlace.Result)
                FailUnbound(name, $"nothing gives '{name.Name}' a size: it needs a place of its own in the shape of a parameter");
        }
    }

    private void CheckDivision(BinarySyntax binary)
    {
        if (_problem is not null || binary.Operator is not (TokenKind.Slash or TokenKind.FloorSlash or TokenKind.Percent))
            return;
        Dimension dividend = StaticDimension.Of(binary.Left, _source), divisor = StaticDimension.Of(binary.Right, _source);
        if (divisor.IsConstant(out long constant) && constant <= 0)
        {
            Fail(binary.Right, constant == 0 ? "division by zero" : "the divisor cannot be negative");
        }
        else if (binary.Operator == TokenKind.Slash)
        {
            // A fact may divide too, so the facts are read with every division taken to be exact.
            _facts ??= new Facts([.. facts.Select(fact => new Fact(
                StaticDimension.Of(fact.Node.Left, fact.Source), fact.Node.Relation, StaticDimension.Of(fact.Node.Right, fact.Source)))]);
            if (_facts.ExactQuotient(dividend, divisor) is null)
            {
                string left = Text(binary.Left), right = Text(binary.Right);
                Fail(binary, $"'/' is exact division, and nothing shows that {left} % {right} == 0; add [Where(\"{left} % {right} == 0\")] or use '//'");
            }
        }
    }

    private void CheckCall(CallSyntax call)
    {
        string name = call.Primitive.Name;
        if (PrimitiveTable.Find(name) is not Primitive primitive)
        {
            string hint = PrimitiveTable.Nearest(name) is string nearest ? $"; did you mean '{nearest}'?" : "";
            Fail(call.Primitive, $"'{name}' is not a primitive of the shape language{hint}");
            return;
        }

        IReadOnlyList<OperandDeclaration> declared = primitive.Operands;
        int least = declared.Count(operand => !operand.Optional);
        bool tooMany = call.Arguments.Count > declared.Count && !declared[declared.Count - 1].Repeats;
        if (call.Arguments.Count < least || tooMany)
        {
            Fail(call, $"'{name}' takes {string.Join(", ", declared.Select(Spell))}");
            return;
        }

        for (int i = 0; i < call.Arguments.Count; i++)
        {
            OperandDeclaration operand = declared[Math.Min(i, declared.Count - 1)];
            OperandKind kind = KindOf(call.Arguments[i]);
            if (_problem is null && (kind & operand.Kinds) == 0)
                Fail(call.Arguments[i], $"'{operand.Name}' of '{name}' takes {OperandKinds.Describe(operand.Kinds)}, not {OperandKinds.Describe(kind)}");
        }
    }

    private static string Spell(OperandDeclaration operand) =>
        operand.Optional ? "[" + operand.Name + "]" : operand.Repeats ? operand.Name + "..." : operand.Name;

    /// <summary>What an argument is, after checking inside it.</summary>
    private OperandKind KindOf(SyntaxNode argument)
    {
        switch (argument)
        {
            case NameSyntax { Name: "true" or "false" }:
                return OperandKind.Boolean;
            case NameSyntax name when scope.Parameter(name.Name) is ParameterDeclaration parameter:
                return OperandKinds.Of(parameter.Kind);
            case PackSyntax { Name: string pack } when scope.IsSizes(pack):
                return OperandKinds.Of(scope.Parameter(pack)!.Kind);
            case PackSyntax { Name: string pack } when scope.IsBoundPack(pack) || scope.Parameter(pack) is { Kind: ParameterKind.Tensor, Items: null }:
                return OperandKind.Shape;
            case PackSyntax pack:
                Fail(pack, pack.Name is null ? "a pack without a name cannot be an argument" : $"no parameter binds the pack '...{pack.Name}'");
                return OperandKind.Shape;
            case SpliceSyntax splice:
                CheckCall(splice.Call);
                return OperandKind.Shape;
            case CallSyntax call when PrimitiveTable.Find(call.Primitive.Name) is { YieldsShape: true }:
                CheckCall(call);
                return OperandKind.Shape;
            default:
                CheckSize(argument, inRule: true);
                return OperandKind.Integer;
        }
    }

    private string Text(SyntaxNode node) => _source.Substring(node.Start, node.Length);

    private void FailUnbound(NameSyntax name, string message) =>
        _problem ??= new SyntaxProblem(name.Start, name.Length, message, IsUnboundName: true);

    private void Fail(SyntaxNode node, string message) => _problem ??= new SyntaxProblem(node.Start, node.Length, message);
}
