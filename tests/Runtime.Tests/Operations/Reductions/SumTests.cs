using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class SumTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Sum(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } })), [], 10),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).Sum(0), [2], 4, 6),
        Value("over the last, kept", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).Sum(-1, keepDims: true), [2, 1], 3, 7),
        Value("over two, kept", () => Tensor.Ones<float>(2, 3, 4).Sum([0, -1], keepDims: true), [1, 3, 1], 8f, 8f, 8f),
        Value("of ints is a long", () => Sum(Tensor.From([int.MaxValue, 1])), [], 1L + int.MaxValue),
        Value("of ints over a dimension", () => Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T.Sum(1), [3], 5L, 7L, 9L),
        Value("of ints over another", () => Sum(Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), 1, keepDims: true), [2, 1], 6L, 15L),
        Value("of longs", () => Tensor.From([1L, 2L]).Sum(), [], 3L),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).T.Sum(0), [2], 3, 7),
        Value("of an expanded vector", () => Tensor.From([1.0, 2.0]).Expand(3, 2).Sum(0), [2], 3, 6),
        Value("of a scalar", () => Sum(Tensor.Scalar(7.0), 0), [], 7),
        Value("of nothing", () => Sum(Tensor.Zeros<float>(0, 3), 0), [3], 0f, 0f, 0f),
        Value("of nothing to nothing", () => Sum(Tensor.Zeros<float>(0, 3), 1), [0]),
        Value("of no ints", () => Sum(Tensor.Zeros<int>(0)), [], 0L),
        Gradient("over all", x => Sum(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Sum(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Sum(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("of nothing", x => Sum(x[0]), -1, 1, [0]),
        Refused("Sum: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Sum(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Sum: axis 0 of x (2, 3) is given twice", () => Sum(Tensor.Zeros<float>(2, 3), [0, -2])),
        Refused("Sum: axis -3 is out of range for x (2, 3), which has 2 dimensions", () => Sum(Tensor.Zeros<int>(2, 3), -3)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
