using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LogP1Tests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => LogP1(Tensor.From(new double[,] { { 0.5, -0.5, 2.0 } })), [1, 3], 0.4054651081081644, -0.6931471805599453, 1.0986122886681098),
        Close("as a method", () => Tensor.From([0.5, -0.5, 2.0]).LogP1(), [3], 0.4054651081081644, -0.6931471805599453, 1.0986122886681098),
        Close("a scalar", () => LogP1(Tensor.Scalar(0.5)), [], 0.4054651081081644),
        Value("nothing", () => LogP1(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => LogP1(Tensor.From([0.0, 1e-10, -1e-10, -1.0, -2.0, double.PositiveInfinity, double.NaN])), [7], 0, 9.999999999500001e-11, -1.00000000005e-10, double.NegativeInfinity, double.NaN, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => LogP1(x[0]), -0.5, 2, [2, 3]),
        Gradient("a scalar", x => LogP1(x[0]), -0.5, 2, [[]]),
        Gradient("nothing", x => LogP1(x[0]), -0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
