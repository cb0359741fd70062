using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class ProdTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Prod(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } })), [], 24),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).Prod(0), [2], 3, 8),
        Value("over the last, kept", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).Prod(-1, keepDims: true), [2, 1], 2, 12),
        Value("over two, kept", () => Tensor.Full(2f, 2, 3, 2).Prod([0, -1], keepDims: true), [1, 3, 1], 16f, 16f, 16f),
        Value("of ints is a long", () => Prod(Tensor.From([int.MaxValue, 2])), [], 2L * int.MaxValue),
        Value("of ints over a dimension", () => Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T.Prod(1), [3], 4L, 10L, 18L),
        Value("of longs", () => Tensor.From([3L, 2L]).Prod(), [], 6L),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).T.Prod(0), [2], 2, 12),
        Value("of a long row", () => Prod(Tensor.Full(-1f, 1001)), [], -1f),
        Value("of long columns", () => Prod(Tensor.Full(-1.0, 70, 3), 0), [3], 1, 1, 1),
        Value("of a scalar", () => Prod(Tensor.Scalar(7.0), 0), [], 7),
        Value("with NaN", () => Prod(Tensor.From([0.0, double.NaN])), [], double.NaN),
        Value("of nothing", () => Prod(Tensor.Zeros<float>(0, 3), 0), [3], 1f, 1f, 1f),
        Value("of nothing to nothing", () => Prod(Tensor.Zeros<float>(0, 3), 1), [0]),
        Value("of no ints", () => Prod(Tensor.Zeros<int>(0)), [], 1L),
        Gradient("over all", x => Prod(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Prod(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Prod(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("of a scalar", x => Prod(x[0]) * x[1], -1, 1, [], []),
        Gradient("of nothing", x => Prod(x[0]), -1, 1, [0]),
        Gradient("with a zero in each row", x => Prod(Relu(x[0] - x[0]) + Tril(x[1]), 1) * x[2], 0.5, 1, [3, 3], [3, 3], [3]),
        Gradient("with zeros over two", x => Prod(Triu(x[0]), [0, 2]), 0.5, 1, [2, 3, 3]),
        GradientValue("one zero", x => Prod(x), [2, 0, 3], 0, 6, 0),
        GradientValue("two zeros", x => Prod(x), [2, 0, 0, 3], 0, 0, 0, 0),
        GradientValue("a zero in one column only", x => Prod(x.Reshape(2, 2), 0), [2, 0, 3, 5], 3, 5, 2, 0),
        GradientValue("too small to divide", x => Prod(x), [1e-200, 1e-200, 2], 2e-200, 2e-200, 0),
        GradientValue("an infinite one", x => Prod(x), [double.PositiveInfinity, 2], 2, double.PositiveInfinity),
        Refused("Prod: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Prod(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Prod: axis 0 of x (2, 3) is given twice", () => Prod(Tensor.Zeros<float>(2, 3), [0, -2])),
        Refused("Prod: axis -3 is out of range for x (2, 3), which has 2 dimensions", () => Prod(Tensor.Zeros<int>(2, 3), -3)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
