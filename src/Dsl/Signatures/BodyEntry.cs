using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Turns a declaration into what its own body may assume: every name stands for every size.</summary>
internal static class BodyEntry
{
    public static SignatureBody Of(
        string name,
        IReadOnlyList<ParameterDeclaration> parameters,
        ParsedDeclaration declaration,
        IReadOnlyCollection<string> ambient,
        FreshSymbols fresh)
    {
        var bindings = new Bindings();
        foreach (string dimension in ambient.Concat(NamesBoundBy(parameters, declaration)))
            bindings.Bind(dimension, Dimension.Of(new Symbol(dimension, SymbolKind.Rigid)), -1);
        var packs = new Dictionary<string, Symbol>();
        foreach (string pack in Items(declaration.Shapes).Select(item => item.Node).OfType<PackSyntax>().Select(pack => pack.Name).OfType<string>())
        {
            if (parameters.Any(parameter => parameter.Name == pack && OperandKinds.StandsForSizes(parameter.Kind)))
                continue;
            packs[pack] = new Symbol(pack, SymbolKind.Rigid);
            bindings.BindPack(pack, [ShapeItem.OfPack(packs[pack])], -1);
        }

        Argument[] arguments = [.. parameters.Select(parameter => parameter is { IsDim: true, Kind: ParameterKind.Integer }
            ? new IntegerArgument(bindings.SizeOf(parameter.Name, fresh))
            : (Argument)new UnknownArgument())];
        var context = new RuleContext(name, Facts.None, fresh);
        var evaluator = new RuleEvaluator(parameters, arguments, bindings, context, fresh);
        var shapes = new IReadOnlyList<ShapeValue>?[parameters.Count];

        // A tensor without a declared shape has some shape, which the results may refer to; it never refutes.
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is { Kind: ParameterKind.Tensor, Items: null })
                arguments[i] = new TensorArgument((shapes[i] = [context.UnknownShape()])[0]);
        }

        // Plain shapes first: the rules among the others may refer to them.
        foreach (bool withRules in new[] { false, true })
        {
            for (int i = 0; i < parameters.Count; i++)
            {
                if (declaration.Shapes[i] is not IReadOnlyList<ParsedShape?> own || own.Any(shape => shape is { HasRule: true }) != withRules)
                    continue;
                shapes[i] = [.. own.Select(shape => shape is null ? context.UnknownShape() : evaluator.Shape(shape))];
                arguments[i] = parameters[i].Kind switch
                {
                    ParameterKind.Tensor => new TensorArgument(shapes[i]![0]),
                    ParameterKind.TensorTuple => new TensorListArgument(shapes[i]!),
                    _ => arguments[i],
                };
            }
        }

        List<ShapeValue> results = [.. declaration.Results.Select(shape => shape is null ? context.UnknownShape() : evaluator.Shape(shape))];
        List<Fact> facts = [.. declaration.Facts.Select(fact => new Fact(
            evaluator.Size(fact.Node.Left, fact.Source, inRule: false),
            fact.Node.Relation,
            evaluator.Size(fact.Node.Right, fact.Source, inRule: false)))];
        var dimensions = bindings.Sizes.ToDictionary(pair => pair.Key, pair => pair.Value.Value);
        return new SignatureBody(shapes, dimensions, packs, new Facts(facts), results) { DeclaredResults = declaration.Results };
    }

    private static IEnumerable<string> NamesBoundBy(IReadOnlyList<ParameterDeclaration> parameters, ParsedDeclaration declaration) =>
        parameters.Where(parameter => parameter is { IsDim: true, Kind: ParameterKind.Integer }).Select(parameter => parameter.Name)
            .Concat(Items(declaration.Shapes).Select(item => item.Node).OfType<NameSyntax>().Select(name => name.Name));

    private static IEnumerable<ParsedItem> Items(IReadOnlyList<IReadOnlyList<ParsedShape?>?> shapes) =>
        shapes.Where(own => own is not null).SelectMany(own => own!).Where(shape => shape is not null).SelectMany(shape => shape!.Items);
}
