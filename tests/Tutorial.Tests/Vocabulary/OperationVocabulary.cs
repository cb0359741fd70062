using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Vocabulary;

/// <summary>What all operations of the cases mean here: those of the recorded cases, and what creates tensors, reads data and needs other assemblies.</summary>
internal static class OperationVocabulary
{
    private static readonly Dictionary<string, Func<Step, Tensor[]>> Table = new(
    [
        .. CreationNames.Table,
        .. RandomNames.Table,
        .. DataNames.Table,
        .. LinearAlgebraNames<float>.Table.Keys.Select(name => KeyValuePair.Create<string, Func<Step, Tensor[]>>(name, step => LinearAlgebra(name, step))),
    ]);

    public static IEnumerable<string> All => OperationNames.All.Concat(Table.Keys);

    /// <summary>The operation of a name, with its results in order.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor[]> Find(string name) => Table.GetValueOrDefault(name) ?? OperationNames.Find(name);

    private static Tensor[] LinearAlgebra(string name, Step step)
    {
        Type type = ElementTypes.Promote(step.Arguments.OfType<Tensor>(), []);
        return type == typeof(float) ? LinearAlgebraNames<float>.Table[name](step)
            : type == typeof(double) ? LinearAlgebraNames<double>.Table[name](step)
            : type == typeof(Half) ? LinearAlgebraNames<Half>.Table[name](step)
            : throw new NotSupportedException($"There is no operation '{name}' on tensors of {type}: the compiler refuses it.");
    }
}
