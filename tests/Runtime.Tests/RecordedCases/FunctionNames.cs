using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The further functions of elements in the case files, clamping, logic and conversion.</summary>
internal static class FunctionNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["abs"] = Number(Abs, Abs),
        ["sign"] = Number(Sign, Sign),
        ["square"] = Number(Square, Square),
        ["ceil"] = Number(Ceiling, Ceiling),
        ["floor"] = Number(Floor, Floor),
        ["round"] = Number(Round, Round),
        ["trunc"] = Number(Truncate, Truncate),
        ["rsqrt"] = Float(ReciprocalSqrt),
        ["reciprocal"] = Float(Reciprocal),
        ["expm1"] = Float(ExpM1),
        ["log1p"] = Float(LogP1),
        ["log2"] = Float(Log2),
        ["log10"] = Float(Log10),
        ["sin"] = Float(Sin),
        ["cos"] = Float(Cos),
        ["tan"] = Float(Tan),
        ["asin"] = Float(Asin),
        ["acos"] = Float(Acos),
        ["atan"] = Float(Atan),
        ["sinh"] = Float(Sinh),
        ["cosh"] = Float(Cosh),
        ["silu"] = Float(Silu),
        ["erf"] = Float(Erf),
        ["isnan"] = step => IsNaN(step.Tensor<float>(0)),
        ["logical_not"] = step => step.Arguments[0] switch
        {
            Tensor<bool> x => !x,
            Tensor<int> x => x.Eq(0),
            _ => step.Tensor<float>(0).Eq(0),
        },
        ["leaky_relu"] = step => step.Has("negative_slope") ? LeakyRelu(step.Tensor<float>(0), step.Number("negative_slope")) : LeakyRelu(step.Tensor<float>(0)),
        ["elu"] = step => step.Has("alpha") ? Elu(step.Tensor<float>(0), step.Number("alpha")) : Elu(step.Tensor<float>(0)),
        ["gelu"] = step => step.Text("approximate") == "tanh" ? GeluTanh(step.Tensor<float>(0)) : Gelu(step.Tensor<float>(0)),
        ["softplus"] = step => Softplus(step.Tensor<float>(0), step.Has("beta") ? step.Number("beta") : 1, step.Has("threshold") ? step.Number("threshold") : 20),
        ["clamp"] = step => step.Arguments[0] is Tensor<int> x
            ? Clamp(x, step.Integer("min"), step.Integer("max"))
            : (step.Has("min"), step.Has("max")) switch
            {
                (true, true) => Clamp(step.Tensor<float>(0), (float)step.Number("min"), (float)step.Number("max")),
                (true, false) => ClampMin(step.Tensor<float>(0), (float)step.Number("min")),
                _ => ClampMax(step.Tensor<float>(0), (float)step.Number("max")),
            },
        ["remainder"] = Pair(Remainder, Remainder),
        ["maximum"] = Pair(Maximum, Maximum),
        ["minimum"] = Pair(Minimum, Minimum),
        ["atan2"] = Pair(Atan2, null),
        ["div"] = step => step.Text("rounding") switch
        {
            "floor" => Pair(FloorDivide, FloorDivide)(step),
            "trunc" => Pair((left, right) => Truncate(left / right), (left, right) => left / right)(step),
            _ => step.Arguments[0] switch
            {
                Tensor<int> left => TrueDivide<int, float>(left, Right<int>(step)),
                Tensor<long> left => TrueDivide<long, float>(left, Right<long>(step)),
                _ => Pair((left, right) => left / right, null)(step),
            },
        },
        ["cast"] = step => step.Text("dtype") switch
        {
            "int32" => Cast<int>(step.Arguments[0]!),
            "int64" => Cast<long>(step.Arguments[0]!),
            "bool" => Cast<bool>(step.Arguments[0]!),
            _ => Cast<float>(step.Arguments[0]!),
        },
    };

    private static Func<Step, Tensor> Float(Func<Tensor<float>, Tensor<float>> function) => step => function(step.Tensor<float>(0));

    private static Func<Step, Tensor> Number(Func<Tensor<float>, Tensor<float>> floats, Func<Tensor<int>, Tensor<int>> integers) => step =>
        step.Arguments[0] is Tensor<int> x ? integers(x) : floats(step.Tensor<float>(0));

    private static Func<Step, Tensor> Pair(
        Func<Tensor<float>, Tensor<float>, Tensor<float>> floats, Func<Tensor<int>, Tensor<int>, Tensor<int>>? integers) => step =>
        step.Arguments[0] is Tensor<int> left ? integers!(left, Right<int>(step))
        : step.Flag("reverse") ? floats(Right<float>(step), step.Tensor<float>(0))
        : floats(step.Tensor<float>(0), Right<float>(step));

    private static Tensor<T> Right<T>(Step step)
        where T : unmanaged => step.Arguments.Count == 2 ? step.Tensor<T>(1) : Tensor.Scalar(step.Number("other")).To<T>();

    private static Tensor<T> Cast<T>(Tensor x)
        where T : unmanaged => x switch
        {
            Tensor<int> integers => integers.To<T>(),
            Tensor<bool> truths => truths.To<T>(),
            _ => ((Tensor<float>)x).To<T>(),
        };
}
