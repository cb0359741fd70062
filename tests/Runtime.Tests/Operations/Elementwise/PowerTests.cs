using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class PowerTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs of elements", () => Power(Tensor.From([6.0, 8.0]), Tensor.From([3.0, 2.0])), [2], 216, 64),
        Value("scalars", () => Power(Tensor.Scalar(6.0), Tensor.Scalar(3.0)), [], 216),
        Value("a row and a column", () => Power(Tensor.From(new double[,] { { 6 }, { 8 } }), Tensor.From([1.0, 2.0])), [2, 2], 6, 36, 8, 64),
        Value("a number on the right", () => Power(Tensor.From([6.0, 8.0]), 2.0), [2], 36, 64),
        Value("a number on the left", () => Power(2.0, Tensor.From([4.0, 1.0])), [2], 16, 2),
        Value("nothing", () => Power(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => Power(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Value("special cases", () => Power(Tensor.From([0.0, -2.0, -2.0, double.NaN, -8.0]), Tensor.From([0.0, 3.0, -1.0, 0.0, 0.5])), [5], 1, -8, -0.5, 1, double.NaN),
        GradientValue("of the square at and below zero", x => Power(x, 2.0), [0, -3, 2], 0, -6, 4),
        GradientValue("of the power zero", x => Power(x, 0.0), [0, -3, 2], 0, 0, 0),
        GradientValue("by the exponent of a base zero", x => Power(0.0, x), [0, 1, 2], 0, 0, 0),
        Gradient("vectors", x => Power(x[0], x[1]), 0.5, 2, [5], [5]),
        Gradient("scalars", x => Power(x[0], x[1]), 0.5, 2, [], []),
        Gradient("broadcast rows", x => Power(x[0], x[1]), 0.5, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => Power(x[0], x[1]), 0.5, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => Power(x[0], x[1]), 0.5, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("the same operand twice", x => Power(x[0], x[0]), 0.5, 2, [4]),
        Gradient("nothing", x => Power(x[0], x[1]), 0.5, 2, [0, 3], [3]),
        Refused(
            "Power: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => Power(Tensor.Zeros<float>(3, 5), Tensor.Zeros<float>(3, 4))),
        Refused(
            "Power: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Power(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
