using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class RemainderTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => Remainder(Tensor.From([5.0, -5.0, 5.5]), Tensor.From([3.0, 3.0, -2.0])), [3], 2, 1, -0.5),
        Close("scalars", () => Remainder(Tensor.Scalar(5.0), Tensor.Scalar(3.0)), [], 2),
        Close("a row and a column", () => Remainder(Tensor.From(new double[,] { { 5.0 }, { -5.0 } }), Tensor.From([3.0, 3.0])), [2, 2], 2, 2, 1, 1),
        Close("a number on the right", () => Remainder(Tensor.From([5.0, -5.0, 5.5]), 3.0), [3], 2, 1, 2.5),
        Close("a number on the left", () => Remainder(5.0, Tensor.From([3.0, 3.0, -2.0])), [3], 2, 2, -1),
        Value("nothing", () => Remainder(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => Remainder(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => Remainder(Tensor.From([5.0, 5.0, -5.0, double.PositiveInfinity, 1.0, -1.0, double.NaN]), Tensor.From([0.0, double.PositiveInfinity, double.PositiveInfinity, 3.0, double.NegativeInfinity, double.NegativeInfinity, 1.0])), [7], double.NaN, 5, double.PositiveInfinity, double.NaN, double.NegativeInfinity, -1, double.NaN),
        Value("integers", () => Remainder(Tensor.From([7, -7, 7, -7]), Tensor.From([3, 3, -3, -3])), [4], 1, 2, -2, -1),
        Gradient("vectors", x => Remainder(x[0], x[1]), 2.1, 2.9, [5], [5]),
        Gradient("scalars", x => Remainder(x[0], x[1]), 2.1, 2.9, [], []),
        Gradient("broadcast rows", x => Remainder(x[0], x[1]), 2.1, 2.9, [3, 4], [4]),
        Gradient("broadcast both ways", x => Remainder(x[0], x[1]), 2.1, 2.9, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => Remainder(x[0], x[1]), 2.1, 2.9, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => Remainder(x[0], x[1]), 2.1, 2.9, [0, 3], [3]),
        Refused(
            "Remainder: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => Remainder(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "Remainder: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Remainder(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
