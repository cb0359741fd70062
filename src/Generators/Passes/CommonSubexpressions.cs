using TypedTensors.Generators.Ir;
using TypedTensors.Shapes;

namespace TypedTensors.Generators.Passes;

/// <summary>Computes once what several steps compute alike: the same step over the same values.</summary>
internal static class CommonSubexpressions
{
    public static Function Run(Function function)
    {
        int[] replacement = [.. function.Values.Select(static (_, index) => index)];
        Dictionary<(Step Step, ShapeValue? Shape), Step> seen = [];
        List<Step> kept = [];
        foreach (Step step in function.Steps)
        {
            Step renumbered = step.Renumber(value => replacement[value]);
            Step anonymous = renumbered with { Outputs = [.. renumbered.Outputs.Select(static output => output < 0 ? -1 : 0)] };

            // What a sum gives depends on the shape that it is to have.
            (Step Step, ShapeValue? Shape) key = (anonymous, step is SumToStep ? function.Values[step.Outputs[0]].Shape : null);
            if (step.HasEffect || !seen.TryGetValue(key, out Step earlier))
            {
                seen[key] = renumbered;
                kept.Add(renumbered);
                continue;
            }

            for (int i = 0; i < step.Outputs.Count; i++)
            {
                if (step.Outputs[i] >= 0)
                    replacement[step.Outputs[i]] = earlier.Outputs[i];
            }
        }

        return function with { Steps = [.. kept], Results = [.. function.Results.Select(result => replacement[result])] };
    }
}
