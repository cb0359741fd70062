using System.Text.RegularExpressions;
using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Passes;

namespace TypedTensors.Generators.Emission;

/// <summary>What every part of an emitted routine needs to know: how values are called, where they lie, and how long.</summary>
internal sealed class RoutineLayout
{
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<OperationReference, string> _operations = [];
    private readonly Dictionary<int, Step> _definitions = [];
    private readonly Names _fields;

    public RoutineLayout(Routine routine, TypeNames types, KernelWriter kernels, MemberNames members)
    {
        Routine = routine;
        Types = types;
        Kernels = kernels;
        Members = members;
        Liveness = Liveness.Of(routine.Code);
        string[] source = [.. NamesOfSource(routine)];
        Names locals = new(source);
        Plan = locals.Unique("plan");
        Workspace = locals.Unique("workspace");
        SourceNames = [.. source, Plan, Workspace];
        HashSet<int> used = [.. routine.Code.Results, .. routine.Code.Steps.SelectMany(static step => step.Reads.Concat(step.Writes))];
        foreach (int value in used.OrderBy(static value => value))
        {
            _names.Add(value, Values[value].Definition is ReadDefinition { IsParameter: false } read && IsArgument(read)
                ? read.Expression.Replace(".", string.Empty)
                : locals.Unique(Names.CamelCase(Values[value].Name)));
        }

        _fields = new Names(_names.Values);
        foreach (Step step in routine.Source.Steps)
        {
            foreach (int output in step.Writes)
                _definitions[output] = step;
        }

        Delivered = [.. routine.Values, .. routine.ArgumentGradients.Where(static gradient => gradient.Value >= 0).Select(static gradient => gradient.Value)];
    }

    /// <summary>Parameters, and whatever else expressions of the source read: no local may have such a name.</summary>
    private static IEnumerable<string> NamesOfSource(Routine routine)
    {
        IEnumerable<string> expressions = routine.Source.Values
            .Select(static value => value.Definition switch { ReadDefinition read => read.Expression, NumberDefinition number => number.Expression.Format, _ => string.Empty })
            .Concat(routine.Source.Steps.SelectMany(HostExpressions).Select(static expression => expression.Format))
            .Concat(routine.Member.Contract.Names.Select(static dimension => dimension.Expression));
        return routine.Member.Parameters.Select(static parameter => parameter.Name.TrimStart('@'))
            .Concat(expressions.SelectMany(static expression => Regex.Matches(expression, @"[\p{L}_]\w*").Cast<Match>().Select(static match => match.Value)))
            .Append("Parameters")
            .Distinct();
    }

    private static IEnumerable<HostExpression> HostExpressions(Step step) => step switch
    {
        OperationStep call => call.Operation.Arguments,
        ViewStep view => view.Operation.Arguments,
        ListStep list => list.Operation.Arguments,
        _ => [],
    };

    public Routine Routine { get; }

    public TypeNames Types { get; }

    public KernelWriter Kernels { get; }

    public Liveness Liveness { get; }

    public EquatableArray<Value> Values => Routine.Code.Values;

    /// <summary>The results that the caller receives; the run method is given memory for each.</summary>
    public IReadOnlyList<int> Delivered { get; }

    public MemberNames Members { get; }

    /// <summary>The variable that holds the plan of a call.</summary>
    public string Plan { get; }

    /// <summary>The variable that holds the memory of a call.</summary>
    public string Workspace { get; }

    /// <summary>Names that mean something in every method of the routine.</summary>
    public IReadOnlyList<string> SourceNames { get; }

    /// <summary>The operations that are constructed while a call is planned, with the fields that hold them.</summary>
    public IReadOnlyDictionary<OperationReference, string> Operations => _operations;

    public IEnumerable<KeyValuePair<int, string>> NamedValues => _names;

    /// <summary>What the value is called in the run method and among the fields of the plan.</summary>
    public string NameOf(int value) => _names[value];

    public bool IsUsed(int value) => _names.ContainsKey(value);

    /// <summary>The step that computes a value before the passes; null for what is read.</summary>
    public Step? DefinitionOf(int value) => _definitions.TryGetValue(value, out Step? step) ? step : null;

    /// <summary>Whether the value is computed into the workspace.</summary>
    public bool IsSlot(int value) =>
        IsUsed(value) && Liveness.First(value) >= 0 && !Routine.Code.Results.Contains(value) && Routine.Code.Steps[Liveness.First(value)] is not ViewStep;

    /// <summary>The C# expression of an operation: a field of the plan, or the default where it has no arguments.</summary>
    public string OperationOf(OperationReference operation)
    {
        string type = Types.Shorten(operation.Implementation);
        if (operation.Arguments.IsEmpty)
            return $"default({type})";
        if (!_operations.TryGetValue(operation, out string field))
            _operations.Add(operation, field = _fields.Unique(Names.CamelCase(operation.Name) + "Operation"));
        return $"{Plan}.{field}";
    }

    /// <summary>Whether the value is a tensor argument of the member.</summary>
    public bool IsArgument(ReadDefinition read) =>
        Routine.Cotangents.Any(cotangent => ReferenceEquals(Values[cotangent].Definition, read))
        || Routine.Member.Parameters.Any(parameter => read.Expression == parameter.Name || read.Expression.StartsWith(parameter.Name + ".", StringComparison.Ordinal));

    /// <summary>The tensors that the member reads, arguments first, in the order in which the workspace counts them.</summary>
    public IEnumerable<int> Reads => Enumerable.Range(0, Values.Count)
        .Where(value => Values[value].Definition is ReadDefinition)
        .OrderBy(value => IsArgument((ReadDefinition)Values[value].Definition) ? 0 : 1);
}
