using System.Numerics;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>What the names of operations in case files mean here, for the element types of their arguments.</summary>
public static class OperationNames
{
    private static readonly Dictionary<Type, Dictionary<string, Func<Step, Tensor[]>>> Tables = new()
    {
        [typeof(Half)] = OfFloats<Half>(),
        [typeof(float)] = OfFloats<float>(),
        [typeof(double)] = OfFloats<double>(),
        [typeof(sbyte)] = OfIntegers<sbyte>(),
        [typeof(short)] = OfIntegers<short>(),
        [typeof(int)] = OfIntegers<int>(),
        [typeof(long)] = OfIntegers<long>(),
        [typeof(byte)] = OfIntegers<byte>(),
        [typeof(bool)] = new([.. OfAny<bool>(), .. OneResult(TruthNames.Table)]),
    };

    // An argument of theirs chooses elements, so that it has no part in the promotion.
    private static readonly HashSet<string> OfFirst = ["index_select", "gather", "scatter", "scatter_add", "masked_select"];

    // PyTorch computes them in long; C# code converts what is narrower than int.
    private static readonly HashSet<string> Widened = ["sum", "prod", "cumsum", "cumprod", "trace"];

    /// <summary>The names that have a meaning for some element type.</summary>
    public static IEnumerable<string> All => Tables.Values.SelectMany(table => table.Keys).Distinct();

    /// <summary>The operation of a name, with its results in order.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor[]> Find(string name) =>
        Tables.Values.Any(table => table.ContainsKey(name))
            ? step => Find(name, ComputedIn(name, step))(step)
            : throw new InvalidDataException($"The operation '{name}' of the case files has no counterpart in {nameof(OperationNames)}.");

    private static Func<Step, Tensor[]> Find(string name, Type type) =>
        Tables[type].TryGetValue(name, out Func<Step, Tensor[]>? operation)
            ? operation
            : throw new NotSupportedException($"There is no operation '{name}' on tensors of {type}: the compiler refuses it.");

    private static Type ComputedIn(string name, Step step)
    {
        Type type = name switch
        {
            _ when OfFirst.Contains(name) => step.Arguments[0]!.ElementType,
            "embedding" => step.Arguments[1]!.ElementType,
            _ => ElementTypes.Promote(step.Arguments.OfType<Tensor>(), step.Flag("reverse") ? [] : step.Given("other", "min", "max")),
        };
        if (!ElementTypes.IsIntegral(type))
            return type;
        return Widened.Contains(name) && type != typeof(int) ? typeof(long)
            : FunctionNames<float>.Table.ContainsKey(name) && !Tables[type].ContainsKey(name) ? typeof(float)
            : type;
    }

    private static Dictionary<string, Func<Step, Tensor[]>> OfFloats<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => new(
        [
            .. OfNumbers<T>(),
            .. OneResult(FunctionNames<T>.Table),
            .. OneResult(StatisticNames<T>.Table),
            .. OneResult(ConvolutionNames<T>.Table),
            .. OneResult(LossNames<T>.Table),
            .. NormalizationNames<T>.Table,
        ]);

    private static Dictionary<string, Func<Step, Tensor[]>> OfIntegers<T>()
        where T : unmanaged, IBinaryInteger<T> => new([.. OfNumbers<T>(), .. OneResult(IntegerNames<T>.Table)]);

    private static IEnumerable<KeyValuePair<string, Func<Step, Tensor[]>>> OfNumbers<T>()
        where T : unmanaged, INumber<T> =>
        [
            .. OfAny<T>(),
            .. OneResult(ElementwiseNames<T>.Table),
            .. OneResult(IndexingNames<T>.Table),
            .. OneResult(ReductionNames<T>.Table),
            .. OneResult(ProductNames<T>.Table),
            .. SortingNames<T>.Table,
        ];

    private static IEnumerable<KeyValuePair<string, Func<Step, Tensor[]>>> OfAny<T>()
        where T : unmanaged => [.. OneResult(StructureNames<T>.Table), .. StructureNames<T>.Parts, .. OneResult(MovementNames<T>.Table)];

    private static IEnumerable<KeyValuePair<string, Func<Step, Tensor[]>>> OneResult(IReadOnlyDictionary<string, Func<Step, Tensor>> table) =>
        table.Select(pair => KeyValuePair.Create<string, Func<Step, Tensor[]>>(pair.Key, step => [pair.Value(step)]));
}
