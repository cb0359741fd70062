using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ExpM1Tests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => ExpM1(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.6487212707001282, -0.6321205588285577, 6.38905609893065),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).ExpM1(), [3], 0.6487212707001282, -0.6321205588285577, 6.38905609893065),
        Close("a scalar", () => ExpM1(Tensor.Scalar(0.5)), [], 0.6487212707001282),
        Value("nothing", () => ExpM1(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => ExpM1(Tensor.From([0.0, 1e-10, -1e-10, 800.0, -800.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [8], 0, 1.00000000005e-10, -9.999999999500001e-11, double.PositiveInfinity, -1, double.PositiveInfinity, -1, double.NaN),
        Gradient("elements", x => ExpM1(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => ExpM1(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => ExpM1(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
