using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class MinWithIndicesTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("along a dimension", () => MinWithIndices(Tensor.From(new double[,] { { -1, -3, -2 }, { -5, -4, 0 } }), 1).Values, [2], -3, -5),
        Value("where it is", () => MinWithIndices(Tensor.From(new double[,] { { -1, -3, -2 }, { -5, -4, 0 } }), 1).Indices, [2], 1L, 0L),
        Value("along the first, kept", () => Tensor.From(new double[,] { { -1, -3, -2 }, { -5, -4, 0 } }).MinWithIndices(0, keepDims: true).Values, [1, 3], -5, -4, -2),
        Value("the first of those that tie", () => MinWithIndices(Tensor.From([-1, -2, -2]), 0).Indices, [], 1L),
        Value("a NaN where there is one", () => MinWithIndices(Tensor.From([-1, double.NaN, -9, double.NaN]), -1).Values, [], double.NaN),
        Value("the first NaN", () => MinWithIndices(Tensor.From([-1, double.NaN, -9, double.NaN]), -1).Indices, [], 1L),
        Value("strided", () => MinWithIndices(Tensor.From(new[,] { { -1, -3 }, { -2, 0 } }).T, 0).Values, [2], -3, -2),
        Value("a scalar", () => MinWithIndices(Tensor.Scalar(-2), 0).Values, [], -2),
        Value("no rows", () => MinWithIndices(Tensor.Zeros<float>(0, 3), 1).Values, [0]),
        GradientValue("goes to the first of those that tie", x => MinWithIndices(x, 0).Values, [-1, -2, -2], 0, 1, 0),
        Gradient("along a dimension", x => MinWithIndices(x[0] + Tensor.From(new double[,] { { 3 }, { 9 }, { 6 } }), 0).Values, -1, 1, [3, 2]),
        Refused("MinWithIndices: x (2, 0) has no elements along dimension 1, and there is no result without any", () => MinWithIndices(Tensor.Zeros<float>(2, 0), 1)),
        Refused("MinWithIndices: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => MinWithIndices(Tensor.Zeros<float>(2, 3), 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
