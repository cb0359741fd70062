using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Copies the elements of lists that are not in the workspace into it: a list of tensors is built from the workspace's memory alone.</summary>
internal static class ListStaging
{
    public static Function Run(Function function)
    {
        FunctionBuilder builder = new(function);
        builder.Steps.Clear();
        HashSet<int> staged = [.. function.Steps.Where(static step => step is not ViewStep).SelectMany(static step => step.Writes)];
        staged.ExceptWith(function.Results);
        Dictionary<int, int> copies = [];
        foreach (Step step in function.Steps)
        {
            switch (step)
            {
                case ListStep list:
                    builder.Steps.Add(list with { Inputs = [.. list.Inputs.Select(Stage)] });
                    break;
                case ListPullbackStep list:
                    AddPullback(list);
                    break;
                default:
                    builder.Steps.Add(step);
                    break;
            }
        }

        return builder.Build(function.Results);

        void AddPullback(ListPullbackStep list)
        {
            int last = list.Inputs.Count - 1;
            int[] outputs = [.. list.Outputs.Select(output => function.Results.Contains(output) ? Copy(output) : output)];
            builder.Steps.Add(list with
            {
                Inputs = [list.Inputs[0], .. list.Inputs.Skip(1).Take(last - 1).Select(input => input < 0 ? input : Stage(input)), list.Inputs[last]],
                Outputs = [.. outputs],
            });
            for (int i = 0; i < outputs.Length; i++)
            {
                if (outputs[i] != list.Outputs[i])
                    builder.Steps.Add(new CopyStep([outputs[i]], [list.Outputs[i]]));
            }
        }

        int Copy(int value) => builder.Add(function.Values[value] with { Definition = new AdjointDefinition(value), Origin = null });

        int Stage(int value)
        {
            if (staged.Contains(value))
                return value;
            if (copies.TryGetValue(value, out int copy))
                return copy;
            copy = Copy(value);
            builder.Steps.Add(new CopyStep([value], [copy]));
            return copies[value] = copy;
        }
    }
}
