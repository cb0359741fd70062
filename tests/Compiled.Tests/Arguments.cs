namespace TypedTensors.Tests.Compiled;

/// <summary>The same tensors in other memory layouts.</summary>
internal static class Arguments
{
    /// <summary>The same arguments, each tensor a window with gaps or with its dimensions in another order in memory.</summary>
    public static object[] Strided(object[] arguments, Random random) => [.. arguments.Select(argument => argument switch
    {
        Tensor<double> tensor => Strided(tensor, random),
        Tensor<int> tensor => (object)Ops.Clone(tensor.T).T,
        Tensor<bool> tensor => Ops.Clone(tensor.T).T,
        _ => argument,
    })];

    public static Tensor<double> Strided(Tensor<double> tensor, Random random)
    {
        if (tensor.Rank > 1 && random.Next(2) == 0)
        {
            int[] order = [.. Enumerable.Range(0, tensor.Rank).Reverse()];
            return Ops.Permute(Ops.Clone(Ops.Permute(tensor, order)), order);
        }

        Tensor<double> wide = Tensor.Full(7.0, [.. tensor.Shape.Sizes.ToArray().Select(static size => (2 * size) + 1)]);
        Tensor<double> window = tensor.Rank == 0 ? wide : wide[[.. tensor.Shape.Sizes.ToArray().Select(static size => Slice.Step(1..(2 * size), 2))]];
        return window.CopyFrom(tensor);
    }

    /// <summary>The same arguments in memory of their own.</summary>
    public static object[] Copied(object[] arguments) => [.. arguments.Select(static argument => argument is Tensor<double> tensor ? Ops.Clone(tensor) : argument)];
}
