using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SinhTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Sinh(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.5210953054937474, -1.1752011936438014, 3.626860407847019),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Sinh(), [3], 0.5210953054937474, -1.1752011936438014, 3.626860407847019),
        Close("a scalar", () => Sinh(Tensor.Scalar(0.5)), [], 0.5210953054937474),
        Value("nothing", () => Sinh(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Sinh(Tensor.From([0.0, 800.0, -800.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [6], 0, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NaN),
        Gradient("elements", x => Sinh(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Sinh(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Sinh(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
