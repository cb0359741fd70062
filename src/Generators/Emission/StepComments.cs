using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>What a step computes, in the words of the source: the expression, its line, and the shape.</summary>
internal static class StepComments
{
    public static IEnumerable<string> Of(RoutineLayout layout, Step step)
    {
        foreach (int output in step.Writes)
        {
            Value value = layout.Values[output];
            yield return value.Origin is { } origin
                ? $"{layout.NameOf(output)} {value.Shape} = {origin.Text}    [{origin.Method}, line {origin.Line}]"
                : $"{layout.NameOf(output)} {value.Shape}: {Describe(layout, step, value)}";
        }
    }

    private static string Describe(RoutineLayout layout, Step step, Value value)
    {
        string primal = value.Definition is AdjointDefinition adjoint ? NameOf(layout, adjoint.Primal) : value.Name;
        return step switch
        {
            PullbackStep pullback => $"cotangent of {primal}, from {Source(layout, pullback.Result)}",
            ViewPullbackStep pullback => $"cotangent of {primal}, from {Source(layout, pullback.Window)}",
            ListPullbackStep pullback => $"cotangent of {primal}, from {Source(layout, pullback.Result)}",
            OpaquePullbackStep pullback => $"cotangent of {primal}, from {Source(layout, pullback.Result)}",
            GradientInForwardStep => $"cotangent of {primal}, which the same pass gives",
            SumToStep => $"cotangent of {primal}, summed over what was broadcast",
            CopyStep => $"a copy of {primal}",
            _ => $"cotangent of {value.Name.Substring(1)}",
        };
    }

    private static string NameOf(RoutineLayout layout, int value) => layout.IsUsed(value) ? layout.NameOf(value) : layout.Values[value].Name;

    private static string Source(RoutineLayout layout, int value) =>
        layout.Values[value].Origin is { } origin ? $"{origin.Text}    [{origin.Method}, line {origin.Line}]" : NameOf(layout, value);
}
