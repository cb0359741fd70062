using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The functions of elements in the case files that floating-point numbers alone have; PyTorch converts integers for them.</summary>
/// <typeparam name="T">The element type that they compute in.</typeparam>
internal static class FunctionNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["sqrt"] = Function(Sqrt),
        ["rsqrt"] = Function(ReciprocalSqrt),
        ["reciprocal"] = Function(Reciprocal),
        ["exp"] = Function(Exp),
        ["expm1"] = Function(ExpM1),
        ["log"] = Function(Log),
        ["log1p"] = Function(LogP1),
        ["log2"] = Function(Log2),
        ["log10"] = Function(Log10),
        ["sin"] = Function(Sin),
        ["cos"] = Function(Cos),
        ["tan"] = Function(Tan),
        ["asin"] = Function(Asin),
        ["acos"] = Function(Acos),
        ["atan"] = Function(Atan),
        ["sinh"] = Function(Sinh),
        ["cosh"] = Function(Cosh),
        ["tanh"] = Function(Tanh),
        ["sigmoid"] = Function(Sigmoid),
        ["silu"] = Function(Silu),
        ["erf"] = Function(Erf),
        ["isnan"] = step => IsNaN(step.Tensor<T>(0)),
        ["leaky_relu"] = step => step.Has("negative_slope") ? LeakyRelu(step.Tensor<T>(0), step.Number("negative_slope")) : LeakyRelu(step.Tensor<T>(0)),
        ["elu"] = step => step.Has("alpha") ? Elu(step.Tensor<T>(0), step.Number("alpha")) : Elu(step.Tensor<T>(0)),
        ["gelu"] = step => step.Text("approximate") == "tanh" ? GeluTanh(step.Tensor<T>(0)) : Gelu(step.Tensor<T>(0)),
        ["softplus"] = step => Softplus(step.Tensor<T>(0), step.Number("beta", 1), step.Number("threshold", 20)),
        ["pow"] = Pair(Power, Power, Power),
        ["atan2"] = Pair(Atan2, Atan2, Atan2),
    };

    private static Func<Step, Tensor> Function(Func<Tensor<T>, Tensor<T>> function) => step => function(step.Tensor<T>(0));

    private static Func<Step, Tensor> Pair(Func<Tensor<T>, Tensor<T>, Tensor<T>> tensors, Func<Tensor<T>, T, Tensor<T>> withNumber, Func<T, Tensor<T>, Tensor<T>> ofNumber) =>
        step => step.Arguments.Count == 2 ? tensors(step.Tensor<T>(0), step.Tensor<T>(1))
        : step.Flag("reverse") ? ofNumber(T.CreateChecked(step.Number("other")), step.Tensor<T>(0))
        : withNumber(step.Tensor<T>(0), T.CreateChecked(step.Number("other")));
}
