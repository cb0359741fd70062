using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Tests.Operations;

/// <content>Further functions of elements, logic and conversion.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> FunctionCases => new()
    {
        ["Abs"] = Unary<AbsFunction<float>>(),
        ["Sign"] = Unary<SignFunction<float>>(),
        ["Square"] = Unary<SquareFunction<float>>(),
        ["ReciprocalSqrt"] = Unary<ReciprocalSqrtFunction<float>>(),
        ["Reciprocal"] = Unary<ReciprocalFunction<float>>(),
        ["ExpM1"] = Unary<ExpM1Function<float>>(),
        ["LogP1"] = Unary<LogP1Function<float>>(),
        ["Log2"] = Unary<Log2Function<float>>(),
        ["Log10"] = Unary<Log10Function<float>>(),
        ["Sin"] = Unary<SinFunction<float>>(),
        ["Cos"] = Unary<CosFunction<float>>(),
        ["Tan"] = Unary<TanFunction<float>>(),
        ["Asin"] = Unary<AsinFunction<float>>(),
        ["Acos"] = Unary<AcosFunction<float>>(),
        ["Atan"] = Unary<AtanFunction<float>>(),
        ["Sinh"] = Unary<SinhFunction<float>>(),
        ["Cosh"] = Unary<CoshFunction<float>>(),
        ["Silu"] = Unary<SiluFunction<float>>(),
        ["Erf"] = Unary<ErfFunction<float>>(),
        ["Gelu"] = Unary<GeluFunction<float>>(),
        ["GeluTanh"] = Unary<GeluTanhFunction<float>>(),
        ["Ceiling"] = Unary<CeilingFunction<float>>(),
        ["Floor"] = Unary<FloorFunction<float>>(),
        ["Round"] = Unary<RoundFunction<float>>(),
        ["Truncate"] = Unary<TruncateFunction<float>>(),
        ["Maximum"] = Binary<MaximumFunction<float>>(),
        ["Minimum"] = Binary<MinimumFunction<float>>(),
        ["Atan2"] = Binary<Atan2Function<float>>(),
        ["Remainder"] = Binary<RemainderFunction<float>>(),
        ["FloorDivide"] = Binary<FloorDivideFunction<float>>(),
        ["ClampMin"] = Binary<ClampMinFunction<float>>(),
        ["ClampMax"] = Binary<ClampMaxFunction<float>>(),
        ["LeakyRelu"] = Binary<LeakyReluFunction<float>>(),
        ["Elu"] = Binary<EluFunction<float>>(),
        ["Clamp"] = Ternary<ClampFunction<float>>(),
        ["Softplus"] = Ternary<SoftplusFunction<float>>(),
        ["IsNaN"] = [Forward<IsNaNOperation<float>, float, bool>(default, Random(4, 37))],
        ["LogicalNot"] = [Forward<LogicalNotOperation, bool, bool>(default, Tensor.Full(true, 4, 37))],
        ["LogicalAnd"] = [Logical(default(LogicalAndOperation))],
        ["LogicalOr"] = [Logical(default(LogicalOrOperation))],
        ["LogicalXor"] = [Logical(default(LogicalXorOperation))],
        ["Cast"] = [Forward<CastOperation<float, int>, float, int>(default, Random(4, 37)), Forward<CastOperation<float, double>, float, double>(default, Random(37, 4).T)],
        ["TrueDivide"] = [TrueDivide()],
    };

    private static Action[] Ternary<TFunction>()
        where TFunction : struct, ITernaryFunction<float>
    {
        (Tensor<float> x, Tensor<float> result) = (Random(4, 37), Random(4, 37));
        return Array.ConvertAll<Tensor<float>, Action>([Random(4, 37), Random(37, 4).T, Random(37), Random(4, 1), Scalar], y => () =>
        {
            ElementwiseDriver.Run<TernaryForward<TFunction, float>, float, float, float>(x.View, y.View, Scalar.View, default, result.View);
            ElementwiseDriver.Run<FirstPullback<TFunction, float>, float, float, float>(x.View, x.View, y.View, Scalar.View, result.View);
            ElementwiseDriver.Run<SecondPullback<TFunction, float>, float, float, float>(x.View, x.View, y.View, Scalar.View, result.View);
            ElementwiseDriver.Run<ThirdPullback<TFunction, float>, float, float, float>(x.View, x.View, y.View, Scalar.View, result.View);
        });
    }

    private static Action Logical<TOperation>(TOperation operation)
        where TOperation : struct, IOperation<bool, bool, bool>
    {
        (Tensor<bool> left, Tensor<bool> right, Tensor<bool> result) = (Tensor.Full(true, 4, 37), Tensor.Full(true, 37), Tensor.Full(true, 4, 37));
        return () => operation.Forward(left.View, right.View, result.View);
    }

    private static Action TrueDivide()
    {
        (Tensor<int> left, Tensor<int> right, Tensor<float> result) = (Tensor.Full(7, 4, 37), Tensor.Full(2, 37), Random(4, 37));
        return () => default(TrueDivideOperation<int, float>).Forward(left.View, right.View, result.View);
    }
}
