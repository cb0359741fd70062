using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>From which step to which step each value needs its memory. A window lengthens the life of what it is a window on.</summary>
internal sealed class Liveness
{
    private readonly int[] _first;
    private readonly int[] _last;

    private Liveness(int count)
    {
        _first = new int[count];
        _last = new int[count];
        for (int i = 0; i < count; i++)
            (_first[i], _last[i]) = (-1, -1);
    }

    public static Liveness Of(Function function)
    {
        Liveness liveness = new(function.Values.Count);
        Dictionary<int, int> parents = [];
        for (int i = 0; i < function.Steps.Count; i++)
        {
            Step step = function.Steps[i];
            if (step is ViewStep view)
                parents[view.Outputs[0]] = view.Inputs[0];
            foreach (int output in step.Writes)
                (liveness._first[output], liveness._last[output]) = (i, i);
            foreach (int input in step.Reads)
            {
                for (int value = input; ; value = parents[value])
                {
                    liveness._last[value] = i;
                    if (!parents.ContainsKey(value))
                        break;
                }
            }
        }

        return liveness;
    }

    /// <summary>The step that assigns the value; -1 when none does.</summary>
    public int First(int value) => _first[value];

    /// <summary>The last step that reads it, or that assigns it when none does.</summary>
    public int Last(int value) => _last[value];
}
