using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>An item of a declared shape after evaluation, with the item that it came from.</summary>
internal sealed record EvaluatedItem(ShapeItem Item, ParsedItem Origin);

/// <summary>Evaluates the texts of a signature for one call. The texts were checked, so every name and kind is right.</summary>
internal sealed class RuleEvaluator(
    IReadOnlyList<ParameterDeclaration> parameters,
    IReadOnlyList<Argument> arguments,
    Bindings bindings,
    RuleContext context,
    FreshSymbols fresh)
{
    private readonly Dictionary<int, Dimension> _unknownIntegers = [];

    /// <summary>The items of a declared shape; holes and packs without a name match anything when asked so, and else are unknown.</summary>
    public IReadOnlyList<EvaluatedItem> Items(ParsedShape shape, bool holesMatchAnything)
    {
        var items = new List<EvaluatedItem>();
        foreach (ParsedItem origin in shape.Items)
        {
            switch (origin.Node)
            {
                case HoleSyntax:
                    items.Add(new EvaluatedItem(holesMatchAnything ? ShapeComparison.AnySize : ShapeItem.Of(context.FreshSize()), origin));
                    break;
                case PackSyntax { Name: null }:
                    items.Add(new EvaluatedItem(holesMatchAnything ? ShapeComparison.AnyPack : context.FreshPack(), origin));
                    break;
                case PackSyntax or SpliceSyntax:
                    items.AddRange(Run(origin.Node, origin.Source).Select(item => new EvaluatedItem(item, origin)));
                    break;
                default:
                    items.Add(new EvaluatedItem(ShapeItem.Of(Size(origin.Node, origin.Source, inRule: false)), origin));
                    break;
            }
        }

        return items;
    }

    /// <summary>The shape of a result.</summary>
    public ShapeValue Shape(ParsedShape shape) => context.Join([.. Items(shape, holesMatchAnything: false).Select(item => item.Item)]);

    public Dimension Size(SyntaxNode node, string source, bool inRule)
    {
        switch (node)
        {
            case NumberSyntax number:
                return Dimension.Constant(number.Value);
            case NameSyntax name:
                int index = inRule ? IndexOf(name.Name) : -1;
                return index >= 0 ? IntegerOf(index) : bindings.SizeOf(name.Name, fresh);
            case NegateSyntax negate:
                return -Size(negate.Operand, source, inRule);
            case BinarySyntax binary:
                return StaticDimension.Combine(binary.Operator, Size(binary.Left, source, inRule), Size(binary.Right, source, inRule));
            case CallSyntax { Primitive.Name: "min" } call:
                return call.Arguments.Select(argument => Size(argument, source, inRule)).Aggregate(Dimension.Min);
            case CallSyntax { Primitive.Name: "max" } call:
                return call.Arguments.Select(argument => Size(argument, source, inRule)).Aggregate(Dimension.Max);
            case CallSyntax call:
                return (Call(call, source) as IntegerArgument)?.Value ?? context.FreshSize();
            default:
                return context.FreshSize();
        }
    }

    /// <summary>The dimensions that a pack or a splice stands for.</summary>
    public IReadOnlyList<ShapeItem> Run(SyntaxNode node, string source)
    {
        if (node is SpliceSyntax splice)
            return (Call(splice.Call, source) as TensorArgument)?.Shape.Items ?? [context.FreshPack()];
        string name = ((PackSyntax)node).Name!;
        return IsComputed(node) ? SizesOf(IndexOf(name)) : bindings.PackOf(name, fresh);
    }

    /// <summary>
    /// Whether the item's dimensions come from a rule or from a parameter: sizes, a shape in the caller's names, or a tensor
    /// without a declared shape, which stands for its own.
    /// </summary>
    public bool IsComputed(SyntaxNode node) => node is SpliceSyntax
        || (node is PackSyntax { Name: string name } && IndexOf(name) is >= 0 and int index
            && (OperandKinds.StandsForSizes(parameters[index].Kind) || parameters[index] is { Kind: ParameterKind.Tensor, Items: null }));

    private IReadOnlyList<ShapeItem> SizesOf(int index)
    {
        switch (arguments[index])
        {
            case IntegerListArgument list:
                for (int i = 0; i < list.Values.Count; i++)
                {
                    if (list.Values[i].IsConstant(out long size) && size < 0)
                        context.Fail(MismatchKind.Value, ValueMessages.NegativeSize(OperandOf(index), i, size), [OperandOf(index)]);
                }

                return [.. list.Values.Select(ShapeItem.Of)];
            case AbsentArgument:
                return [];
            default:
                return context.ShapeOf(OperandOf(index)).Items;
        }
    }

    private Argument Call(CallSyntax call, string source)
    {
        Primitive primitive = PrimitiveTable.Find(call.Primitive.Name)!;
        var operands = call.Arguments.Select(argument => Evaluate(argument, source)).ToList();
        while (operands.Count < primitive.Operands.Count)
            operands.Add(Operand.Absent);
        return primitive.Evaluate(context, operands);
    }

    private Operand Evaluate(SyntaxNode node, string source)
    {
        switch (node)
        {
            case NameSyntax { Name: "true" or "false" } truth:
                return new Operand(new BooleanArgument(truth.Name == "true"), truth.Name, -1);
            case NameSyntax name when IndexOf(name.Name) is >= 0 and int index:
                return OperandOf(index);
            case PackSyntax { Name: string name } when IndexOf(name) is >= 0 and int index && OperandKinds.StandsForSizes(parameters[index].Kind):
                return OperandOf(index);
            case PackSyntax pack:
                return new Operand(new TensorArgument(new ShapeValue(Run(pack, source))), Text(pack, source), -1);
            case SpliceSyntax splice:
                return Computed(splice.Call, source);
            case CallSyntax call when PrimitiveTable.Find(call.Primitive.Name) is { YieldsShape: true }:
                return Computed(call, source);
            default:
                return new Operand(new IntegerArgument(Size(node, source, inRule: true)), Text(node, source), FirstParameter(node));
        }
    }

    private Operand Computed(CallSyntax call, string source)
    {
        Argument value = Call(call, source);

        // A primitive that only checks hands its operand on: messages should go on calling it by its own name.
        if (call.Arguments.Count > 0 && call.Arguments[0] is NameSyntax name && IndexOf(name.Name) is >= 0 and int index
            && value is TensorArgument tensor && OperandOf(index) is { Shape: ShapeValue own } operand && ReferenceEquals(own, tensor.Shape))
            return operand;
        return new Operand(value, Text(call, source), FirstParameter(call));
    }

    private Operand OperandOf(int index)
    {
        ParameterKind kind = parameters[index].Kind;
        Argument argument = arguments[index];
        if (kind == ParameterKind.Integer && argument is UnknownArgument { MayBeAbsent: false })
            argument = new IntegerArgument(IntegerOf(index), argument.Text);
        return new Operand(argument, ParameterName(index), index, kind is ParameterKind.TensorList or ParameterKind.TensorTuple);
    }

    public string ParameterName(int index) => parameters[index].Name == "this" ? "receiver" : parameters[index].Name;

    private Dimension IntegerOf(int index)
    {
        if (arguments[index] is IntegerArgument integer)
            return integer.Value;
        if (!_unknownIntegers.TryGetValue(index, out Dimension? unknown))
            _unknownIntegers[index] = unknown = context.FreshSize();
        return unknown;
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
                return i;
        }

        return -1;
    }

    /// <summary>The first parameter that occurs in an expression, so that a mismatch can point at it; -1 when none does.</summary>
    private int FirstParameter(SyntaxNode node) => node switch
    {
        NameSyntax name => IndexOf(name.Name),
        NegateSyntax negate => FirstParameter(negate.Operand),
        BinarySyntax binary => FirstParameter(binary.Left) is >= 0 and int left ? left : FirstParameter(binary.Right),
        CallSyntax call => call.Arguments.Select(FirstParameter).Where(index => index >= 0).DefaultIfEmpty(-1).First(),
        SpliceSyntax splice => FirstParameter(splice.Call),
        _ => -1,
    };

    private static string Text(SyntaxNode node, string source) => source.Substring(node.Start, node.Length);
}
