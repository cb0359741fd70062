using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class CumSumTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => CumSum(Tensor.From([1.0, 2.0, 4.0]), 0), [3], 1, 3, 7),
        Value("the first of two", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).CumSum(0), [2, 2], 1, 2, 4, 6),
        Value("the last of two", () => Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).CumSum(-1), [2, 2], 1f, 3f, 3f, 7f),
        Value("the middle", () => CumSum(Tensor.Arange<int>(8).Reshape(2, 2, 2), 1), [2, 2, 2], 0L, 1L, 2L, 4L, 4L, 5L, 10L, 12L),
        Value("several rows", () => CumSum(Tensor.Full(2f, 6, 3), 1)[5], [3], 2f, 4f, 6f),
        Value("the first of several rows", () => CumSum(Tensor.Full(2f, 6, 3), 1)[0], [3], 2f, 4f, 6f),
        Value("a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).T.CumSum(1), [2, 2], 1, 4, 2, 6),
        Value("an expanded vector", () => Tensor.From([1.0, 2.0]).Expand(3, 2).CumSum(0), [3, 2], 1, 2, 2, 4, 3, 6),
        Value("ints are longs", () => CumSum(Tensor.From([int.MaxValue, 1]), 0), [2], int.MaxValue, 1L + int.MaxValue),
        Value("transposed ints", () => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T.CumSum(1), [2, 2], 1L, 4L, 2L, 6L),
        Value("longs", () => CumSum(Tensor.From([1L, 2L]), 0), [2], 1L, 3L),
        Value("a scalar", () => CumSum(Tensor.Scalar(7.0), -1), [], 7),
        Value("with NaN", () => CumSum(Tensor.From([1.0, double.NaN, 1.0]), 0), [3], 1, double.NaN, double.NaN),
        Value("many floats", () => CumSum(Tensor.Full(0.1f, 1_000_000), 0)[^1], [], (float)(1_000_000 * (double)0.1f)),
        Value("of nothing", () => CumSum(Tensor.Zeros<float>(0, 2), 0), [0, 2]),
        Value("of nothing beside", () => CumSum(Tensor.Zeros<float>(2, 0), 0), [2, 0]),
        Value("of no ints", () => CumSum(Tensor.Zeros<int>(0), 0), [0], Array.Empty<long>()),
        Gradient("a vector", x => CumSum(x[0], 0) * x[1], -1, 1, [5], [5]),
        Gradient("the first of two", x => CumSum(x[0], 0) * x[1], -1, 1, [3, 2], [3, 2]),
        Gradient("the last of two", x => CumSum(x[0], -1) * x[1], -1, 1, [3, 2], [3, 2]),
        Gradient("several rows", x => CumSum(x[0], 1) * x[1], -1, 1, [5, 3], [5, 3]),
        Gradient("the middle", x => CumSum(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 3, 2]),
        Gradient("a scalar", x => CumSum(x[0], 0) * x[1], -1, 1, [], []),
        Gradient("nothing", x => CumSum(x[0], 1), -1, 1, [2, 0]),
        Refused("CumSum: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => CumSum(Tensor.Zeros<float>(2, 3), 2)),
        Refused("CumSum: axis -3 is out of range for x (2, 3), which has 2 dimensions", () => CumSum(Tensor.Zeros<int>(2, 3), -3)),
        Refused("CumSum: axis 1 is out of range for x (), which has 0 dimensions", () => CumSum(Tensor.Scalar(1f), 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
