using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Diagnostics;

/// <summary>Finds parameters and wanted arguments that a method reads and that no gradient reaches, and says where the path was cut.</summary>
internal static class MissingGradients
{
    public static IEnumerable<string> Of(MemberSpec member, bool isModel)
    {
        if (!member.IsDifferentiable || member.Function is not { } function)
            yield break;
        foreach (int value in Routine.Unreached(member, isModel))
        {
            string name = ((ReadDefinition)function.Values[value].Definition).Expression;
            yield return $"{member.Name}: no gradient reaches '{name}': {Cut(function, value)}";
        }
    }

    /// <summary>Where the way from a value to the result ends.</summary>
    private static string Cut(Function function, int value)
    {
        HashSet<int> reached = [value];
        string? cut = null;
        foreach (Step step in function.Steps)
        {
            if (!step.Reads.Any(reached.Contains))
                continue;
            bool passes = step switch
            {
                OperationStep call => call.Inputs.Where((input, i) => reached.Contains(input) && call.Operation.Differentiable[i]).Any(),
                ListStep list => list.Operation.Differentiable[0],
                OpaqueStep => false,
                _ => true,
            };
            foreach (int output in step.Writes)
            {
                if (passes && function.Values[output].IsReal)
                    reached.Add(output);
                else if (function.Values[output].Origin is { } origin)
                    cut ??= $"the path ends in '{origin.Text}' (line {origin.Line} of {origin.Method}), which has no derivative by it";
            }
        }

        return cut ?? "the result does not depend on it";
    }
}
