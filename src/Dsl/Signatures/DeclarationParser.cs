using System.Globalization;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Parses and checks the texts of a declaration, and collects the mistakes in them.</summary>
internal sealed class DeclarationParser(IReadOnlyList<ParameterDeclaration> parameters, IReadOnlyCollection<string> ambient)
{
    private readonly List<DeclarationProblem> _problems = [];

    public IReadOnlyList<DeclarationProblem> Problems => _problems;

    public ParsedDeclaration Parse(ResultDeclaration result, IReadOnlyList<string> facts)
    {
        List<IReadOnlyList<ParsedShape?>?> shapes = [.. parameters.Select(ParseParameter)];
        List<ParsedShape?> results = [.. result.Shapes.Select((items, i) => ParseShape("return", items, result.Shapes.Count > 1 ? i : 0))];
        ParsedItem? integer = result.Dim is null ? null : ParseExpression("return", 0, result.Dim);
        List<ParsedFact?> parsedFacts = [.. facts.Select((fact, i) => ParseFact(i, fact))];

        // Names are looked up when all shapes are parsed, because a name may be bound after its first use.
        var scope = DeclarationScope.Of(parameters, ambient, shapes);
        var checker = new DeclarationChecker(scope, [.. parsedFacts.OfType<ParsedFact>()]);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (shapes[i] is IReadOnlyList<ParsedShape?> own)
                shapes[i] = [.. own.Select((shape, element) => Checked(parameters[i].Name, shape, parameters[i].Kind, element, inParameter: true))];
        }

        for (int i = 0; i < results.Count; i++)
            results[i] = Checked("return", results[i], ParameterKind.Tensor, i, inParameter: false);
        if (integer is not null && checker.CheckExpression(integer.Node, integer.Source, DeclarationPlace.Result) is SyntaxProblem problem)
        {
            _problems.Add(new DeclarationProblem("return", 0, problem));
            integer = null;
        }

        for (int i = 0; i < parsedFacts.Count; i++)
        {
            if (parsedFacts[i] is ParsedFact fact && checker.CheckFact(fact) is SyntaxProblem broken)
            {
                _problems.Add(new DeclarationProblem("where", i, broken));
                parsedFacts[i] = null;
            }
        }

        return new ParsedDeclaration(shapes, results, integer, [.. parsedFacts.OfType<ParsedFact>()]);

        ParsedShape? Checked(string place, ParsedShape? shape, ParameterKind kind, int element, bool inParameter)
        {
            if (shape is null)
                return null;
            var items = new List<ParsedItem>();
            bool broken = false;
            foreach (ParsedItem item in shape.Items)
            {
                DeclarationPlace where = inParameter ? DeclarationPlace.Parameter : DeclarationPlace.Result;
                ParsedItem? resolved = checker.CheckItem(item, where, out SyntaxProblem? itemProblem);
                if (resolved is not null)
                {
                    items.Add(resolved);
                    continue;
                }

                _problems.Add(new DeclarationProblem(place, kind == ParameterKind.TensorTuple ? element : item.Argument, itemProblem!));
                broken = true;
            }

            return broken ? null : new ParsedShape(items);
        }
    }

    private IReadOnlyList<ParsedShape?>? ParseParameter(ParameterDeclaration parameter)
    {
        if (parameter.Items is null)
            return null;
        if (parameter.Kind != ParameterKind.TensorTuple)
            return [ParseShape(parameter.Name, parameter.Items)];

        // Each element of a tuple is a text of its own.
        return [.. parameter.Items.Select((item, i) => ParseShape(parameter.Name, [item], i))];
    }

    private ParsedShape? ParseShape(string place, IReadOnlyList<object> items, int firstArgument = 0)
    {
        var parsed = new List<ParsedItem>();
        bool broken = false;
        for (int i = 0; i < items.Count; i++)
        {
            string text = Convert.ToString(items[i], CultureInfo.InvariantCulture) ?? "";
            IReadOnlyList<SyntaxNode>? nodes = ShapeParser.ParseShape(text, out SyntaxProblem? problem);
            if (nodes is not null && SecondPack(parsed, nodes) is PackSyntax second)
            {
                problem = new SyntaxProblem(second.Start, second.Length, $"a shape has at most one pack; '{parsed.First(item => item.Node is PackSyntax)}' is already there");
                nodes = null;
            }

            if (nodes is null)
            {
                _problems.Add(new DeclarationProblem(place, firstArgument + i, problem!));
                broken = true;
                continue;
            }

            parsed.AddRange(nodes.Select(node => new ParsedItem(node, text, firstArgument + i)));
        }

        return broken ? null : new ParsedShape(parsed);
    }

    private static PackSyntax? SecondPack(IReadOnlyList<ParsedItem> before, IReadOnlyList<SyntaxNode> nodes) =>
        before.Any(item => item.Node is PackSyntax) ? nodes.OfType<PackSyntax>().FirstOrDefault() : null;

    private ParsedItem? ParseExpression(string place, int argument, string text)
    {
        SyntaxNode? node = ShapeParser.ParseExpression(text, out SyntaxProblem? problem);
        if (node is not null)
            return new ParsedItem(node, text, argument);
        _problems.Add(new DeclarationProblem(place, argument, problem!));
        return null;
    }

    private ParsedFact? ParseFact(int index, string text)
    {
        FactSyntax? node = ShapeParser.ParseFact(text, out SyntaxProblem? problem);
        if (node is not null)
            return new ParsedFact(node, text);
        _problems.Add(new DeclarationProblem("where", index, problem!));
        return null;
    }
}
