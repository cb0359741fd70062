using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class MaximumTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => Maximum(Tensor.From([0.5, -1.0, 2.0]), Tensor.From([1.5, -2.0, 2.5])), [3], 1.5, -1, 2.5),
        Close("scalars", () => Maximum(Tensor.Scalar(0.5), Tensor.Scalar(1.5)), [], 1.5),
        Close("a row and a column", () => Maximum(Tensor.From(new double[,] { { 0.5 }, { -1.0 } }), Tensor.From([1.5, -2.0])), [2, 2], 1.5, 0.5, 1.5, -1),
        Close("a number on the right", () => Maximum(Tensor.From([0.5, -1.0, 2.0]), 1.5), [3], 1.5, 1.5, 2),
        Close("a number on the left", () => Maximum(0.5, Tensor.From([1.5, -2.0, 2.5])), [3], 1.5, 0.5, 2.5),
        Value("nothing", () => Maximum(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => Maximum(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => Maximum(Tensor.From([1.0, double.NaN, 1.0, double.PositiveInfinity, double.NegativeInfinity, 0.0]), Tensor.From([1.0, 1.0, double.NaN, double.NegativeInfinity, double.NegativeInfinity, -0.0])), [6], 1, double.NaN, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0),
        Value("integers", () => Maximum(Tensor.From([3, -4, 5]), Tensor.From([1, -2, 5])), [3], 3, -2, 5),
        Gradient("vectors", x => Maximum(x[0], x[1]), -2, 2, [5], [5]),
        Gradient("scalars", x => Maximum(x[0], x[1]), -2, 2, [], []),
        Gradient("broadcast rows", x => Maximum(x[0], x[1]), -2, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => Maximum(x[0], x[1]), -2, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => Maximum(x[0], x[1]), -2, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => Maximum(x[0], x[1]), -2, 2, [0, 3], [3]),
        GradientValue("shared by elements that tie", x => Maximum(x, 1.0), [1, 0, 3], 0.5, 0, 1),
        GradientValue("shared when both sides are the same", x => Maximum(x, x), [1, 2], 1, 1),
        Refused(
            "Maximum: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => Maximum(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "Maximum: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Maximum(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
