using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ClampMaxTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => ClampMax(Tensor.From([0.5, -1.0, 2.0]), Tensor.From([1.5, -2.0, 2.5])), [3], 0.5, -2, 2),
        Close("scalars", () => ClampMax(Tensor.Scalar(0.5), Tensor.Scalar(1.5)), [], 0.5),
        Close("a row and a column", () => ClampMax(Tensor.From(new double[,] { { 0.5 }, { -1.0 } }), Tensor.From([1.5, -2.0])), [2, 2], 0.5, -2, -1, -2),
        Close("a number on the right", () => ClampMax(Tensor.From([0.5, -1.0, 2.0]), 1.5), [3], 0.5, -1, 1.5),
        Value("nothing", () => ClampMax(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => ClampMax(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => ClampMax(Tensor.From([1.0, double.NaN, 1.0, double.PositiveInfinity, double.NegativeInfinity, 0.0]), Tensor.From([1.0, 1.0, double.NaN, double.NegativeInfinity, double.NegativeInfinity, -0.0])), [6], 1, double.NaN, double.NaN, double.NegativeInfinity, double.NegativeInfinity, 0),
        Value("integers", () => ClampMax(Tensor.From([3, -4, 5]), Tensor.From([1, -2, 5])), [3], 1, -4, 5),
        Gradient("vectors", x => ClampMax(x[0], x[1]), -2, 2, [5], [5]),
        Gradient("scalars", x => ClampMax(x[0], x[1]), -2, 2, [], []),
        Gradient("broadcast rows", x => ClampMax(x[0], x[1]), -2, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => ClampMax(x[0], x[1]), -2, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => ClampMax(x[0], x[1]), -2, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => ClampMax(x[0], x[1]), -2, 2, [0, 3], [3]),
        GradientValue("of elements at their bound", x => ClampMax(x, 1.0), [1, 0, 3], 1, 1, 0),
        GradientValue("of a bound at its element", x => ClampMax(Tensor.From([1.0, 0.0, 3.0]), x), [1, 1, 1], 0, 0, 1),
        Value("as a method", () => Tensor.From([1.0, 4.0]).ClampMax(2.0).ClampMax(Tensor.From([3.0, 0.0])), [2], 1, 0),
        Refused(
            "ClampMax: shapes do not broadcast: x (3, 5) and max (3, 4) differ in the last dimension, 5 against 4",
            () => ClampMax(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "ClampMax: shapes do not broadcast: x (2, 3) and max (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => ClampMax(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
