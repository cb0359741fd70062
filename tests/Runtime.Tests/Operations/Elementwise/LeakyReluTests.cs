using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LeakyReluTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => LeakyRelu(Tensor.From([0.5, -1.0, -2.0]), Tensor.From([0.1, 0.2, 0.3])), [3], 0.5, -0.2, -0.6),
        Close("scalars", () => LeakyRelu(Tensor.Scalar(0.5), Tensor.Scalar(0.1)), [], 0.5),
        Close("a row and a column", () => LeakyRelu(Tensor.From(new double[,] { { 0.5 }, { -1.0 } }), Tensor.From([0.1, 0.2])), [2, 2], 0.5, 0.5, -0.1, -0.2),
        Close("a number on the right", () => LeakyRelu(Tensor.From([0.5, -1.0, -2.0]), 0.1), [3], 0.5, -0.1, -0.2),
        Value("nothing", () => LeakyRelu(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => LeakyRelu(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => LeakyRelu(Tensor.From([0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN]), Tensor.From([0.1, 0.1, 0.1, 0.1, 0.1])), [5], 0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN),
        Gradient("vectors", x => LeakyRelu(x[0], x[1]), 0.5, 2, [5], [5]),
        Gradient("scalars", x => LeakyRelu(x[0], x[1]), 0.5, 2, [], []),
        Gradient("broadcast rows", x => LeakyRelu(x[0], x[1]), 0.5, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => LeakyRelu(x[0], x[1]), 0.5, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => LeakyRelu(x[0], x[1]), 0.5, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => LeakyRelu(x[0], x[1]), 0.5, 2, [0, 3], [3]),
        Gradient("below zero", x => LeakyRelu(x[0], x[1]), -2, -0.5, [3, 4], [4]),
        GradientValue("at zero", x => LeakyRelu(x, 0.25), [0, -1, 1], 0.25, 0.25, 1),
        Value("the default slope", () => Tensor.From([2.0, -2.0]).LeakyRelu(), [2], 2, -0.02),
        Refused(
            "LeakyRelu: shapes do not broadcast: x (3, 5) and negativeSlope (3, 4) differ in the last dimension, 5 against 4",
            () => LeakyRelu(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "LeakyRelu: shapes do not broadcast: x (2, 3) and negativeSlope (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => LeakyRelu(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
