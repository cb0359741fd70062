using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SoftplusTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Softplus(Tensor.From([0.0, 1.0, -2.0])), [3], 0.6931471805599453, 1.3132616875182228, 0.1269280110429725),
        Close("as a method, sharper", () => Tensor.From([0.0, 1.0, -2.0]).Softplus(beta: 2), [3], 0.34657359027997264, 1.0634640055214861, 0.009074963958904869),
        Close("linear beyond the threshold", () => Softplus(Tensor.From([0.4, 0.6]), beta: 2, threshold: 1), [2], 0.5855503329738889, 0.6),
        Close("a scalar", () => Softplus(Tensor.Scalar(0.0)), [], 0.6931471805599453),
        Close("tensors", () => Softplus(Tensor.From([0.0, 1.0]), Tensor.From(new double[,] { { 1 }, { 2 } }), Tensor.Scalar(20.0)), [2, 2], 0.6931471805599453, 1.3132616875182228, 0.34657359027997264, 1.0634640055214861),
        Value("nothing", () => Softplus(Tensor.Zeros<float>(2, 0)), [2, 0]),
        Value("the ends", () => Softplus(Tensor.From([1000.0, -1000.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [5], 1000, 0, double.PositiveInfinity, 0, double.NaN),
        Gradient("elements", x => Softplus(x[0]), -2, 2, [2, 3]),
        Gradient("by the sharpness", x => Softplus(x[0], x[1], Tensor.Scalar(20.0)), 0.5, 2, [2, 3], [3]),
        Gradient("beyond the threshold", x => Softplus(x[0], x[1], Tensor.Scalar(0.0)), 0.5, 2, [2, 3], [3]),
        Gradient("a scalar", x => Softplus(x[0], 0.5), -2, 2, [[]]),
        Gradient("nothing", x => Softplus(x[0]), -2, 2, [0]),
        Refused(
            "Softplus: shapes do not broadcast: x (3) and beta (2) differ in the last dimension, 3 against 2",
            () => Softplus(Tensor.Zeros<float>(3), Tensor.Zeros<float>(2), Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
