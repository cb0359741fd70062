namespace TypedTensors.Tests.RecordedCases;

/// <summary>What the names of operations in case files mean here.</summary>
public static class OperationNames
{
    private static readonly Dictionary<string, Func<Step, Tensor>> Table = new(
    [
        .. ElementwiseNames.Table,
        .. StructureNames.Table,
        .. MovementNames.Table,
        .. IndexingNames.Table,
        .. FunctionNames.Table,
        .. ReductionNames.Table,
        .. ProductNames.Table,
        .. ConvolutionNames.Table,
    ]);

    /// <summary>The operation of a name.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor> Find(string name) =>
        Table.TryGetValue(name, out Func<Step, Tensor>? operation)
            ? operation
            : throw new InvalidDataException($"The operation '{name}' of the case files has no counterpart in {nameof(OperationNames)}.");
}
