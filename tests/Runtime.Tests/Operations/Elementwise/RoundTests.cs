using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class RoundTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Round(Tensor.From(new double[,] { { 0.4, -1.6, 2.0 } })), [1, 3], 0, -2, 2),
        Close("as a method", () => Tensor.From([0.4, -1.6, 2.0]).Round(), [3], 0, -2, 2),
        Close("a scalar", () => Round(Tensor.Scalar(0.4)), [], 0),
        Value("nothing", () => Round(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Round(Tensor.From([0.5, 1.5, 2.5, -0.5, -2.5, 1e+300, double.PositiveInfinity, double.NaN])), [8], 0, 2, 2, -0.0, -2, 1e+300, double.PositiveInfinity, double.NaN),
        Value("integers", () => Round(Tensor.From([3, -4, 0])), [3], 3, -4, 0),
        GradientValue("at the edges", x => Round(x), [0.5, 2, -1.5], 0, 0, 0),
        Gradient("elements", x => Round(x[0]), 0.1, 0.4, [2, 3]),
        Gradient("a scalar", x => Round(x[0]), 0.1, 0.4, [[]]),
        Gradient("nothing", x => Round(x[0]), 0.1, 0.4, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
