using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The element-wise operations of the case files.</summary>
internal static class ElementwiseNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["add"] = Arithmetic(Add, Add, Add),
        ["sub"] = Arithmetic(Subtract, Subtract, Subtract),
        ["mul"] = Arithmetic(Multiply, Multiply, Multiply),
        ["pow"] = Float(Power, Power, Power),
        ["eq"] = Comparison(Eq, Eq),
        ["ne"] = Comparison(Ne, Ne),
        ["lt"] = Comparison(Less, Less),
        ["le"] = Comparison(LessOrEqual, LessOrEqual),
        ["gt"] = Comparison(Greater, Greater),
        ["ge"] = Comparison(GreaterOrEqual, GreaterOrEqual),
        ["neg"] = Function(Negate),
        ["exp"] = Function(Exp),
        ["log"] = Function(Log),
        ["sqrt"] = Function(Sqrt),
        ["tanh"] = Function(Tanh),
        ["sigmoid"] = Function(Sigmoid),
        ["relu"] = Function(Relu),
        ["where"] = step => step.Arguments[1] is Tensor<int>
            ? Where(step.Tensor<bool>(0), step.Tensor<int>(1), step.Tensor<int>(2))
            : Where(step.Tensor<bool>(0), step.Tensor<float>(1), step.Tensor<float>(2)),
    };

    private static Func<Step, Tensor> Function(Func<Tensor<float>, Tensor<float>> function) => step => function(step.Tensor<float>(0));

    private static Func<Step, Tensor> Arithmetic(
        Func<Tensor<float>, Tensor<float>, Tensor<float>> floats,
        Func<Tensor<int>, Tensor<int>, Tensor<int>> integers,
        Func<Tensor<long>, Tensor<long>, Tensor<long>> longs) => step => step.Arguments[0] switch
        {
            Tensor<int> left => integers(left, Right<int>(step)),
            Tensor<long> left => longs(left, Right<long>(step)),
            _ => step.Flag("reverse") ? floats(Right<float>(step), step.Tensor<float>(0)) : floats(step.Tensor<float>(0), Right<float>(step)),
        };

    private static Func<Step, Tensor> Float(
        Func<Tensor<float>, Tensor<float>, Tensor<float>> tensors,
        Func<Tensor<float>, float, Tensor<float>> withNumber,
        Func<float, Tensor<float>, Tensor<float>> ofNumber) => step =>
        step.Arguments.Count == 2 ? tensors(step.Tensor<float>(0), step.Tensor<float>(1))
        : step.Flag("reverse") ? ofNumber((float)step.Number("other"), step.Tensor<float>(0))
        : withNumber(step.Tensor<float>(0), (float)step.Number("other"));

    private static Func<Step, Tensor> Comparison(
        Func<Tensor<float>, Tensor<float>, Tensor<bool>> floats, Func<Tensor<int>, Tensor<int>, Tensor<bool>> integers) => step =>
        step.Arguments[0] is Tensor<int> left ? integers(left, Right<int>(step)) : floats(step.Tensor<float>(0), Right<float>(step));

    private static Tensor<T> Right<T>(Step step)
        where T : unmanaged, INumber<T> =>
        step.Arguments.Count == 2 ? step.Tensor<T>(1) : Tensor.Scalar(T.CreateChecked(step.Number("other")));
}
