using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Drops steps whose values nobody reads.</summary>
internal static class DeadValues
{
    public static Function Run(Function function)
    {
        HashSet<int> live = [.. function.Results];
        List<Step> kept = [];
        for (int i = function.Steps.Count - 1; i >= 0; i--)
        {
            Step step = function.Steps[i];
            if (!step.HasEffect && !step.Writes.Any(live.Contains))
                continue;
            kept.Add(step);
            live.UnionWith(step.Reads);
        }

        kept.Reverse();
        return function with { Steps = [.. kept] };
    }
}
