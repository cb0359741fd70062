using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>What the names of operations in the case file of linear algebra mean here.</summary>
public static class OperationNames
{
    private static readonly Dictionary<string, Func<Step, Tensor[]>> Table = new(
    [
        .. LinearAlgebraNames<float>.Table,
        new("square", step => [Square(step.Tensor<float>(0))]),
        new("transpose", step => [step.Tensor<float>(0).Transpose(step.Integer("dim0"), step.Integer("dim1"))]),
    ]);

    /// <summary>The operation of a name, with its results in order.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor[]> Find(string name) =>
        Table.TryGetValue(name, out Func<Step, Tensor[]>? operation)
            ? operation
            : throw new InvalidDataException($"The operation '{name}' of the case files has no counterpart in {nameof(OperationNames)}.");
}
