using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SquareTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Square(Tensor.From(new double[,] { { 0.5, -1.5, 2.0 } })), [1, 3], 0.25, 2.25, 4),
        Close("as a method", () => Tensor.From([0.5, -1.5, 2.0]).Square(), [3], 0.25, 2.25, 4),
        Close("a scalar", () => Square(Tensor.Scalar(0.5)), [], 0.25),
        Value("nothing", () => Square(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Square(Tensor.From([0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e+200])), [5], 0, double.PositiveInfinity, double.PositiveInfinity, double.NaN, double.PositiveInfinity),
        Value("integers", () => Square(Tensor.From([3, -4, 0])), [3], 9, 16, 0),
        Gradient("elements", x => Square(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Square(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Square(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
