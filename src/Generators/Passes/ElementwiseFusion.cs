using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>
/// Makes one loop of several element-wise steps over the same shape: of a step and those whose results it reads, and of steps that read the same
/// values.
/// </summary>
/// <remarks>
/// Two steps are merged only where their shapes are known to be equal, so that nothing is computed more often than before, and where one of them
/// can move to the place of the other: nothing between them reads what the first gives, or nothing between them gives what the second reads.
/// </remarks>
internal static class ElementwiseFusion
{
    /// <summary>How many inputs and results a loop may have; the limits of the loop in the runtime.</summary>
    private const int MaxInputs = 8, MaxResults = 4;

    public static Function Run(Function function)
    {
        List<Step> steps = [.. function.Steps];
        for (int i = 0; i < steps.Count; i++)
        {
            while (steps[i] is ElementwiseStep second && FindPartner(function, steps, i, second) is { } partner)
            {
                steps[i] = partner.Merged;
                if (!partner.Sinks)
                    steps[partner.Index] = partner.Merged;
                steps.RemoveAt(partner.Sinks ? partner.Index : i);
                i = partner.Sinks ? i - 1 : partner.Index;
            }
        }

        return function with { Steps = [.. steps] };
    }

    private static (int Index, bool Sinks, ElementwiseStep Merged)? FindPartner(Function function, List<Step> steps, int index, ElementwiseStep second)
    {
        for (int candidate = index - 1; candidate >= 0; candidate--)
        {
            if (steps[candidate] is not ElementwiseStep first
                || first.Kernel.Element != second.Kernel.Element
                || !ShapeOf(function, first).Equals(ShapeOf(function, second))
                || !(first.Outputs.Concat(first.Inputs).Any(second.Inputs.Contains)))
                continue;
            bool sinks = !Between(steps, candidate, index).Any(step => step.Reads.Any(first.Outputs.Contains));
            bool rises = !Between(steps, candidate, index).Any(step => step.Writes.Any(second.Inputs.Contains));
            if (!sinks && !rises)
                continue;
            ElementwiseStep merged = KernelBuilder.Merge(first, second, value => IsReadElsewhere(function, steps, value, candidate, index));
            if (merged.Inputs.Count <= MaxInputs && merged.Outputs.Count <= MaxResults)
                return (candidate, sinks, merged);
        }

        return null;
    }

    private static TypedTensors.Shapes.ShapeValue ShapeOf(Function function, ElementwiseStep step) => function.Values[step.Outputs[0]].Shape;

    private static IEnumerable<Step> Between(List<Step> steps, int first, int second) => steps.Skip(first + 1).Take(second - first - 1);

    private static bool IsReadElsewhere(Function function, List<Step> steps, int value, int first, int second)
    {
        if (function.Results.Contains(value))
            return true;
        for (int i = 0; i < steps.Count; i++)
        {
            if (i != first && i != second && steps[i].Reads.Contains(value))
                return true;
        }

        return false;
    }
}
