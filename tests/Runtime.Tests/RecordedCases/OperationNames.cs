namespace TypedTensors.Tests.RecordedCases;

/// <summary>What the names of operations in case files mean here.</summary>
public static class OperationNames
{
    private static readonly Dictionary<string, Func<Step, Tensor[]>> Table = new(
    [
        .. OneResult(ElementwiseNames.Table),
        .. OneResult(StructureNames.Table),
        .. OneResult(MovementNames.Table),
        .. OneResult(IndexingNames.Table),
        .. OneResult(FunctionNames.Table),
        .. OneResult(ReductionNames.Table),
        .. OneResult(ProductNames.Table),
        .. OneResult(ConvolutionNames.Table),
        .. OneResult(LossNames.Table),
        .. SortingNames.Table,
        .. NormalizationNames.Table,
    ]);

    /// <summary>The operation of a name, with its results in order.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor[]> Find(string name) =>
        Table.TryGetValue(name, out Func<Step, Tensor[]>? operation)
            ? operation
            : throw new InvalidDataException($"The operation '{name}' of the case files has no counterpart in {nameof(OperationNames)}.");

    private static IEnumerable<KeyValuePair<string, Func<Step, Tensor[]>>> OneResult(IReadOnlyDictionary<string, Func<Step, Tensor>> table) =>
        table.Select(pair => KeyValuePair.Create<string, Func<Step, Tensor[]>>(pair.Key, step => [pair.Value(step)]));
}
