using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>
/// One call of a signature: names are bound from plain uses, then every argument is compared with its declared shape, then
/// the facts are checked, then the results are computed.
/// </summary>
internal sealed class CallApplication
{
    private readonly IReadOnlyList<ParameterDeclaration> _parameters;
    private readonly ParsedDeclaration _declaration;
    private readonly IReadOnlyList<Argument> _arguments;
    private readonly Bindings _bindings = new();
    private readonly RuleContext _context;
    private readonly RuleEvaluator _evaluator;

    public CallApplication(
        string name,
        IReadOnlyList<ParameterDeclaration> parameters,
        ParsedDeclaration declaration,
        IReadOnlyList<Argument> arguments,
        Facts facts,
        FreshSymbols fresh)
    {
        _parameters = parameters;
        _declaration = declaration;
        _arguments = arguments;
        _context = new RuleContext(name, facts, fresh);
        _evaluator = new RuleEvaluator(parameters, arguments, _bindings, _context, fresh);
    }

    public CallOutcome Run(IReadOnlyDictionary<string, Dimension>? ambient)
    {
        BindIntegers(ambient);
        ForEachShape((i, actual, declared) =>
        {
            if (!declared.HasRule)
                PatternBinder.Bind(_bindings, [.. declared.Items.Select(item => new PatternItem(item.Node, null))], actual, i);
        });

        // An argument of a wrong shape is to blame before a rule that cannot be computed from it.
        var settled = new HashSet<ParsedShape>();
        ForEachShape((i, actual, declared) =>
        {
            if (declared.HasRule || !declared.Items.SelectMany(item => SyntaxNames.Of(item.Node)).All(IsBound))
                return;
            settled.Add(declared);
            CheckArgument(i, actual, declared);
        });

        // Rules see the names that plain shapes bound, and may stand among further names.
        ForEachShape((i, actual, declared) =>
        {
            if (declared.HasRule)
                PatternBinder.Bind(_bindings, [.. declared.Items.SelectMany(Expand)], actual, i);
        });
        ForEachShape((i, actual, declared) =>
        {
            if (!settled.Contains(declared))
                CheckArgument(i, actual, declared);
        });
        CheckFacts();
        return new CallOutcome(
            [.. _declaration.Results.Select(shape => shape is null ? _context.UnknownShape() : _evaluator.Shape(shape))],
            Integer(),
            _context.Mismatch,
            _context.Expansion,
            _context.Unproved);
    }

    private void BindIntegers(IReadOnlyDictionary<string, Dimension>? ambient)
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (_parameters[i] is { IsDim: true, Kind: ParameterKind.Integer } && _arguments[i] is IntegerArgument integer)
                _bindings.Bind(_parameters[i].Name, integer.Value, i);
        }

        if (ambient is null)
            return;
        foreach (KeyValuePair<string, Dimension> pair in ambient)
            _bindings.Bind(pair.Key, pair.Value, -1);
    }

    /// <summary>Visits every tensor among the arguments whose parameter declares a shape.</summary>
    private void ForEachShape(Action<int, ShapeValue, ParsedShape> visit)
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (_declaration.Shapes[i] is not IReadOnlyList<ParsedShape?> declared)
                continue;
            switch (_arguments[i])
            {
                case TensorListArgument list:
                    for (int element = 0; element < list.Shapes.Count; element++)
                    {
                        // A tuple declares each element; a list declares one shape for all.
                        int which = _parameters[i].Kind == ParameterKind.TensorTuple ? element : 0;
                        if (which < declared.Count && declared[which] is ParsedShape own)
                            visit(i, list.Shapes[element], own);
                    }

                    break;
                case UnknownArgument when _parameters[i].Kind == ParameterKind.Tensor && declared.Count > 0 && declared[0] is ParsedShape only:
                    visit(i, _context.UnknownShape(), only);
                    break;
                default:
                    if (new Operand(_arguments[i], "", i).Shape is ShapeValue shape && declared.Count > 0 && declared[0] is ParsedShape single)
                        visit(i, shape, single);
                    break;
            }
        }
    }

    private IEnumerable<PatternItem> Expand(ParsedItem item) => item.Node is SpliceSyntax
        ? _evaluator.Run(item.Node, item.Source).Select(run => new PatternItem(null, run))
        : [new PatternItem(item.Node, null)];

    private void CheckArgument(int index, ShapeValue actual, ParsedShape declared)
    {
        IReadOnlyList<EvaluatedItem> items = _evaluator.Items(declared, holesMatchAnything: true);
        ShapeValue expected = _context.Join([.. items.Select(item => item.Item)]);
        ShapeComparison comparison = ShapeComparison.Of(expected, actual, _context.Facts);
        string subject = Describe(index);
        if (comparison.Answer == Answer.Unknown)
            _context.LeaveToGuard(ArgumentMessages.Unproved(subject, actual, declared));
        if (comparison.Answer != Answer.Refuted)
            return;

        // When several packs were joined the indices no longer lead back to the declared items.
        ParsedItem? origin = comparison.ExpectedIndex >= 0 && expected.Items.Count == items.Count ? items[comparison.ExpectedIndex].Origin : null;
        List<int> sources = [.. NamesIn(origin).Select(name => SourceOf(name)).Where(source => source >= 0 && source != index)];
        string origins = Origins(NamesIn(origin).Where(name => SourceOf(name) != index));
        string message = ArgumentMessages.Shape(subject, actual, declared, expected, declared.Items.Any(item => _evaluator.IsComputed(item.Node)), comparison, origins);
        _context.Fail(MismatchKind.Argument, message, [.. sources.Prepend(index).Distinct()]);
    }

    private void CheckFacts()
    {
        foreach (ParsedFact fact in _declaration.Facts)
        {
            var claim = new Fact(
                _evaluator.Size(fact.Node.Left, fact.Source, inRule: false),
                fact.Node.Relation,
                _evaluator.Size(fact.Node.Right, fact.Source, inRule: false));
            Verdict verdict = _context.Facts.Holds(claim);
            List<string> names = [.. SyntaxNames.Of(fact.Node.Left).Concat(SyntaxNames.Of(fact.Node.Right)).Distinct()];
            if (verdict.Answer == Answer.Unknown)
                _context.LeaveToGuard(ArgumentMessages.UnprovedFact(fact.Source, Origins(names)));
            if (verdict.Answer == Answer.Refuted)
                _context.Fail(MismatchKind.Argument, ArgumentMessages.Fact(fact.Source, verdict, Origins(names)), [.. names.Select(SourceOf).Where(source => source >= 0).Distinct()]);
        }
    }

    private Dimension? Integer() => _declaration.Integer is ParsedItem item ? _evaluator.Size(item.Node, item.Source, inRule: false) : null;

    private static IReadOnlyList<string> NamesIn(ParsedItem? item) => item is null ? [] : [.. SyntaxNames.Of(item.Node).Distinct()];

    private bool IsBound(string name) => _bindings.Sizes.ContainsKey(name) || _bindings.Packs.ContainsKey(name);

    private int SourceOf(string name) =>
        _bindings.Sizes.TryGetValue(name, out Binding<Dimension>? size) ? size.Source
        : _bindings.Packs.TryGetValue(name, out Binding<IReadOnlyList<ShapeItem>>? pack) ? pack.Source
        : -1;

    private string Origins(IEnumerable<string> names)
    {
        var origins = new List<(string, string, string?)>();
        foreach (string name in names)
        {
            if (_bindings.Sizes.TryGetValue(name, out Binding<Dimension>? size) && (size.Source >= 0 || size.Value.ToString() != name))
                origins.Add((name, size.Value.ToString(), size.Source >= 0 && Describe(size.Source) != name ? Describe(size.Source) : null));
            else if (_bindings.Packs.TryGetValue(name, out Binding<IReadOnlyList<ShapeItem>>? pack) && pack.Source >= 0)
                origins.Add(("..." + name, "(" + string.Join(", ", pack.Value) + ")", Describe(pack.Source)));
        }

        return ArgumentMessages.Origins(origins);
    }

    private string Describe(int index) => new Operand(_arguments[index], _evaluator.ParameterName(index), index).Description;
}
