using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class ArgMaxTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => ArgMax(Tensor.From(new[,] { { 1, 7 }, { 3, -4 } })), [], 1L),
        Value("over all, kept", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).ArgMax(keepDims: true), [1, 1], 1L),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).ArgMax(1), [2], 1L, 0L),
        Value("over the first, kept", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).ArgMax(0, keepDims: true), [1, 2], 1L, 0L),
        Value("over the middle", () => ArgMax(Tensor.From([1, 2, 4, 3, 2, 2, 8, 9, 8, 7, 6, 9]).Reshape(2, 3, 2), -2), [2, 2], 1L, 1L, 0L, 0L),
        Value("of a transposed matrix over all", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).T.ArgMax(), [], 2L),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).T.ArgMax(0), [2], 1L, 0L),
        Value("the first of those that tie", () => ArgMax(Tensor.From([1.0, 3.0, 3.0, 1.0])), [], 1L),
        Value("the first of those that tie in columns", () => ArgMax(Tensor.Ones<float>(3, 2), 0), [2], 0L, 0L),
        Value("zeros of both signs tie", () => ArgMax(Tensor.From([0.0, -0.0])), [], 0L),
        Value("in a long row", () => ArgMax(Where(Eq(Tensor.Arange<int>(1001), Tensor.Scalar(700)), 1f, 0f)), [], 700L),
        Value("at the end of a long row", () => ArgMax(Tensor.Arange<double>(1001)), [], 1000L),
        Value("NaN before all", () => ArgMax(Tensor.From([1.0, double.NaN, double.PositiveInfinity, double.NaN])), [], 1L),
        Value("NaN in a long row", () => ArgMax(Where(Tensor.Arange<int>(1001) < 700, 0f, float.NaN)), [], 700L),
        Value("NaN in columns", () => ArgMax(Tensor.From(new[,] { { 1.0, double.NaN }, { double.NaN, double.NaN } }), 0), [2], 1L, 0L),
        Value("of infinities", () => ArgMax(Tensor.From([double.NegativeInfinity, double.NegativeInfinity])), [], 0L),
        Value("of longs", () => ArgMax(Tensor.From([long.MinValue, long.MaxValue])), [], 1L),
        Value("of a scalar", () => ArgMax(Tensor.Scalar(-7.0), -1), [], 0L),
        Value("of nothing to nothing", () => ArgMax(Tensor.Zeros<float>(0, 3), 1), [0]),
        Refused("ArgMax: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => ArgMax(Tensor.Zeros<float>(2, 3), 2)),
        Refused("ArgMax: x (2, 0) has no elements along dimension 1, and there is no result without any", () => ArgMax(Tensor.Zeros<float>(2, 0), 1)),
        Refused("ArgMax: x (0) has no elements along dimension 0, and there is no result without any", () => ArgMax(Tensor.Zeros<float>(0))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
