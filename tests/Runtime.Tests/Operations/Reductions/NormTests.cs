using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class NormTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Norm(Tensor.From(new[,] { { 1.0, -2.0 }, { 2.0, 4.0 } })), [], 5),
        Value("over one dimension", () => Tensor.From(new[,] { { 3.0, 5.0 }, { -4.0, 12.0 } }).Norm(2, 0), [2], 5, 13),
        Value("over the last, kept", () => Tensor.From(new[,] { { 3f, -4f }, { 5f, 12f } }).Norm(dim: [-1], keepDims: true), [2, 1], 5f, 13f),
        Value("over two", () => Norm(Tensor.Ones<double>(2, 3, 2), 2, [0, 2]), [3], 2, 2, 2),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 3.0, 5.0 }, { -4.0, 12.0 } }).T.Norm(2, 1), [2], 5, 13),
        Value("of order 1", () => Norm(Tensor.From([1.0, -2.0, 0.0]), 1), [], 3),
        Value("of order 0", () => Norm(Tensor.From([1.0, -2.0, 0.0]), 0), [], 2),
        Close("of order 3", () => Norm(Tensor.From([1.0, -2.0, 3.0]), 3), [], Math.Cbrt(36)),
        Close("of order 3 of a long row", () => Norm(Tensor.Ones<double>(1003), 3), [], Math.Cbrt(1003)),
        Close("of order 1/2", () => Norm(Tensor.From([1.0, -4.0]), 0.5), [], 9),
        Close("of order -1", () => Norm(Tensor.From([1.0, -2.0, 4.0]), -1), [], 4.0 / 7),
        Close("of order -1 over columns", () => Norm(Tensor.From(new[,] { { 1.0, 2.0 }, { 2.0, -2.0 } }), -1, 0), [2], 2.0 / 3, 1),
        Value("of infinite order", () => Norm(Tensor.From(new[,] { { 1.0, -7.0 }, { 3.0, 4.0 } }), double.PositiveInfinity), [], 7),
        Value("of infinite order over columns", () => Norm(Tensor.From(new[,] { { 1.0, -7.0 }, { 3.0, 4.0 } }), double.PositiveInfinity, 0), [2], 3, 7),
        Value("of negative infinite order", () => Norm(Tensor.From(new[,] { { 1.0, -7.0 }, { -3.0, 4.0 } }), double.NegativeInfinity, 1), [2], 1, 3),
        Value("of a scalar", () => Norm(Tensor.Scalar(-7.0)), [], 7),
        Value("with NaN", () => Norm(Tensor.From([1.0, double.NaN]), double.PositiveInfinity), [], double.NaN),
        Value("with infinity", () => Norm(Tensor.From([1.0, double.NegativeInfinity])), [], double.PositiveInfinity),
        Value("of nothing", () => Norm(Tensor.Zeros<float>(0, 2), 2, 0), [2], 0f, 0f),
        Value("of nothing, of infinite order", () => Norm(Tensor.Zeros<float>(0), double.PositiveInfinity), [], 0f),
        Value("of nothing, of order -1", () => Norm(Tensor.Zeros<float>(0), -1), [], 0f),
        Value("of nothing to nothing", () => Norm(Tensor.Zeros<float>(0, 3), 2, 1), [0]),
        Gradient("over all", x => Norm(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Norm(x[0], 2, 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Norm(x[0], 2, [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("of order 1", x => Norm(x[0], 1, 1) * x[1], -1, 1, [2, 3], [2]),
        Gradient("of order 3", x => Norm(x[0], 3, 0) * x[1], -1, 1, [2, 3], [3]),
        Gradient("of order 3/2", x => Norm(x[0], 1.5, 1) * x[1], -1, 1, [2, 3], [2]),
        Gradient("of order 1/2", x => Norm(x[0], 0.5) * x[1], 0.5, 1, [2, 3], []),
        Gradient("of order -1", x => Norm(x[0], -1, 1) * x[1], 0.5, 1, [2, 3], [2]),
        Gradient("of order 0", x => Norm(x[0], 0) * x[1], 0.5, 1, [2, 3], []),
        Gradient("of infinite order", x => Norm(x[0], double.PositiveInfinity, 1) * x[1], -1, 1, [2, 3], [2]),
        Gradient("of negative infinite order", x => Norm(x[0], double.NegativeInfinity, 1) * x[1], -1, 1, [2, 3], [2]),
        Gradient("of nothing", x => Sum(Norm(x[0], 2, 1)), -1, 1, [0, 2]),
        GradientValue("at zero", x => Norm(x), [0, 0], 0, 0),
        GradientValue("of order 1 at zero", x => Norm(x, 1), [0, -2], 0, -1),
        GradientValue("of order 3 at zero", x => Norm(x, 3), [0, 0], 0, 0),
        GradientValue("of order 3/2 at zero", x => Norm(x, 1.5), [0, 3], 0, 1),
        GradientValue("of order 1/2 at zero", x => Norm(x, 0.5), [0, 4], 0, 1),
        GradientValue("of infinite order at zero", x => Norm(x, double.PositiveInfinity), [0, 0], 0, 0),
        GradientValue("of infinite order, shared", x => Norm(x, double.PositiveInfinity), [3, -3, 1], 0.5, -0.5, 0),
        Refused("Norm: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Norm(Tensor.Zeros<float>(2, 3), 2, 2)),
        Refused("Norm: axis 0 of x (2, 3) is given twice", () => Norm(Tensor.Zeros<float>(2, 3), 2, [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
