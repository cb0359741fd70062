using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class FloorDivideTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => FloorDivide(Tensor.From([5.0, -5.0, 5.5]), Tensor.From([3.0, 3.0, -2.0])), [3], 1, -2, -3),
        Close("scalars", () => FloorDivide(Tensor.Scalar(5.0), Tensor.Scalar(3.0)), [], 1),
        Close("a row and a column", () => FloorDivide(Tensor.From(new double[,] { { 5.0 }, { -5.0 } }), Tensor.From([3.0, 3.0])), [2, 2], 1, 1, -2, -2),
        Close("a number on the right", () => FloorDivide(Tensor.From([5.0, -5.0, 5.5]), 3.0), [3], 1, -2, 1),
        Close("a number on the left", () => FloorDivide(5.0, Tensor.From([3.0, 3.0, -2.0])), [3], 1, 1, -3),
        Value("nothing", () => FloorDivide(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => FloorDivide(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => FloorDivide(Tensor.From([5.0, 5.0, -5.0, double.PositiveInfinity, 1.0, -1.0, double.NaN]), Tensor.From([0.0, double.PositiveInfinity, double.PositiveInfinity, 3.0, double.NegativeInfinity, double.NegativeInfinity, 1.0])), [7], double.PositiveInfinity, 0, -1, double.NaN, -1, 0, double.NaN),
        Value("integers", () => FloorDivide(Tensor.From([7, -7, 7, -7]), Tensor.From([3, 3, -3, -3])), [4], 2, -3, -3, 2),
        GradientValue("none by the dividend", x => FloorDivide(x, 2.0), [1, 5], 0, 0),
        GradientValue("none by the divisor", x => FloorDivide(5.0, x), [1, 2], 0, 0),
        Refused(
            "FloorDivide: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => FloorDivide(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "FloorDivide: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => FloorDivide(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
