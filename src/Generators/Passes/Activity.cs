using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Which values depend on a wanted one in a way that a derivative can follow.</summary>
internal sealed class Activity
{
    private readonly HashSet<int> _varied;

    private Activity(HashSet<int> varied) => _varied = varied;

    public static Activity Of(Function function, IEnumerable<int> wanted)
    {
        HashSet<int> varied = [.. wanted];
        foreach (Step step in function.Steps)
        {
            // A call whose code is not known may depend on parameters of its own.
            if (step is not OpaqueStep { HasPullback: true } && !Carries(step).Any(varied.Contains))
                continue;
            foreach (int output in step.Writes)
            {
                if (function.Values[output].IsReal)
                    varied.Add(output);
            }
        }

        return new Activity(varied);
    }

    public bool IsVaried(int value) => _varied.Contains(value);

    /// <summary>The inputs that a gradient reaches through the step.</summary>
    private static IEnumerable<int> Carries(Step step) => step switch
    {
        OperationStep call => call.Inputs.Where((_, i) => call.Operation.Differentiable[i]),
        ListStep list => list.Operation.Differentiable[0] ? list.Inputs : [],
        OpaqueStep => [],
        _ => step.Reads,
    };
}
