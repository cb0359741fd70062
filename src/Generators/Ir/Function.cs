namespace TypedTensors.Generators.Ir;

/// <summary>A straight-line function in static single assignment form.</summary>
/// <param name="Values">All values; others refer to them by index.</param>
/// <param name="Steps">What is computed, in order.</param>
/// <param name="Results">The values that come back.</param>
internal sealed record Function(EquatableArray<Value> Values, EquatableArray<Step> Steps, EquatableArray<int> Results);

/// <summary>A function while it is built.</summary>
internal sealed class FunctionBuilder
{
    public FunctionBuilder()
    {
    }

    public FunctionBuilder(Function function)
    {
        Values.AddRange(function.Values);
        Steps.AddRange(function.Steps);
    }

    public List<Value> Values { get; } = [];

    public List<Step> Steps { get; } = [];

    public int Add(Value value)
    {
        Values.Add(value);
        return Values.Count - 1;
    }

    public Function Build(IEnumerable<int> results) => new([.. Values], [.. Steps], [.. results]);
}
