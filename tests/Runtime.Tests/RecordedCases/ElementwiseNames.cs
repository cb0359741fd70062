using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The element-wise operations of the case files on numbers of every type.</summary>
/// <typeparam name="T">The element type that they compute in.</typeparam>
internal static class ElementwiseNames<T>
    where T : unmanaged, INumber<T>
{
    private static readonly bool IsInteger = ElementTypes.IsIntegral(typeof(T));

    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["add"] = Pair(Add),
        ["sub"] = Pair(Subtract),
        ["mul"] = Pair(Multiply),
        ["div"] = step => (step.Text("rounding"), IsInteger) switch
        {
            ("floor", _) => Pair(FloorDivide)(step),
            ("trunc", false) => Pair((left, right) => Truncate(left / right))(step),
            (null, true) when typeof(T) == typeof(int) => TrueDivide<int, float>(step.Tensor<int>(0), Right<int>(step)),
            (null, true) => TrueDivide<long, float>(step.Tensor<long>(0), Right<long>(step)),
            _ => Pair(Divide)(step),
        },
        ["remainder"] = Pair(Remainder),
        ["maximum"] = Pair(Maximum),
        ["minimum"] = Pair(Minimum),
        ["eq"] = Pair(Eq),
        ["ne"] = Pair(Ne),
        ["lt"] = Pair(Less),
        ["le"] = Pair(LessOrEqual),
        ["gt"] = Pair(Greater),
        ["ge"] = Pair(GreaterOrEqual),
        ["neg"] = step => Negate(step.Tensor<T>(0)),
        ["abs"] = step => Abs(step.Tensor<T>(0)),
        ["sign"] = step => Sign(step.Tensor<T>(0)),
        ["square"] = step => Square(step.Tensor<T>(0)),
        ["relu"] = step => Relu(step.Tensor<T>(0)),
        ["ceil"] = step => Ceiling(step.Tensor<T>(0)),
        ["floor"] = step => Floor(step.Tensor<T>(0)),
        ["round"] = step => Round(step.Tensor<T>(0)),
        ["trunc"] = step => Truncate(step.Tensor<T>(0)),
        ["logical_not"] = step => step.Tensor<T>(0).Eq(T.Zero),
        ["clamp"] = step => (step.Has("min"), step.Has("max")) switch
        {
            (true, true) => Clamp(step.Tensor<T>(0), Number(step, "min"), Number(step, "max")),
            (true, false) => ClampMin(step.Tensor<T>(0), Number(step, "min")),
            _ => ClampMax(step.Tensor<T>(0), Number(step, "max")),
        },
        ["where"] = step => Where(step.Tensor<bool>(0), step.Tensor<T>(1), step.Tensor<T>(2)),
        ["masked_fill"] = step => MaskedFill(step.Tensor<T>(0), step.Tensor<bool>(1), Number(step, "value")),
    };

    private static T Number(Step step, string attribute) => T.CreateChecked(step.Number(attribute));

    private static Func<Step, Tensor> Pair<TResult>(Func<Tensor<T>, Tensor<T>, Tensor<TResult>> operation)
        where TResult : unmanaged => step => step.Flag("reverse") ? operation(Right<T>(step), step.Tensor<T>(0)) : operation(step.Tensor<T>(0), Right<T>(step));

    private static Tensor<TNumber> Right<TNumber>(Step step)
        where TNumber : unmanaged, INumber<TNumber> =>
        step.Arguments.Count == 2 ? step.Tensor<TNumber>(1) : Tensor.Scalar(TNumber.CreateChecked(step.Number("other")));
}
