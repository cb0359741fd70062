using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>
/// Gives every result memory of its own, into which its step can write: what is read, a number, a window, or a result that comes back twice is copied.
/// </summary>
internal static class ResultMaterialization
{
    public static Function Run(Function function)
    {
        FunctionBuilder builder = new(function);
        HashSet<int> written = [.. function.Steps.Where(static step => step is not ViewStep).SelectMany(static step => step.Writes)];

        // A window on a result would have to lie in the caller's memory, which may be of any strides.
        HashSet<int> seen = [];
        List<int> results = [];
        foreach (int result in function.Results)
        {
            if (written.Contains(result) && seen.Add(result))
            {
                results.Add(result);
                continue;
            }

            Value value = function.Values[result];
            int copy = builder.Add(value with { Definition = new AdjointDefinition(result), Origin = null });
            builder.Steps.Add(new CopyStep([result], [copy]));
            results.Add(copy);
        }

        return builder.Build(results);
    }
}
