using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class AbsTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Abs(Tensor.From(new double[,] { { 0.5, -1.5, 2.0 } })), [1, 3], 0.5, 1.5, 2),
        Close("as a method", () => Tensor.From([0.5, -1.5, 2.0]).Abs(), [3], 0.5, 1.5, 2),
        Close("a scalar", () => Abs(Tensor.Scalar(0.5)), [], 0.5),
        Value("nothing", () => Abs(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Abs(Tensor.From([0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [5], 0, 0, double.PositiveInfinity, double.PositiveInfinity, double.NaN),
        Value("integers", () => Abs(Tensor.From([3, -4, 0])), [3], 3, 4, 0),
        GradientValue("at the edges", x => Abs(x), [0, -3, 2], 0, -1, 1),
        Gradient("elements", x => Abs(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Abs(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Abs(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
