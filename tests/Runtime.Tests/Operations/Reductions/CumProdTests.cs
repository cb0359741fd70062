using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class CumProdTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => CumProd(Tensor.From([2.0, 3.0, 4.0]), 0), [3], 2, 6, 24),
        Value("the first of two", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).CumProd(0), [2, 2], 1, 2, 3, 8),
        Value("the last of two", () => Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).CumProd(-1), [2, 2], 1f, 2f, 3f, 12f),
        Value("the middle", () => CumProd(Tensor.Arange<int>(8).Reshape(2, 2, 2), 1), [2, 2, 2], 0L, 1L, 0L, 3L, 4L, 5L, 24L, 35L),
        Value("a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).T.CumProd(1), [2, 2], 1, 3, 2, 8),
        Value("an expanded vector", () => Tensor.From([1.0, 2.0]).Expand(3, 2).CumProd(0), [3, 2], 1, 2, 1, 4, 1, 8),
        Value("ints are longs", () => CumProd(Tensor.From([int.MaxValue, 2]), 0), [2], int.MaxValue, 2L * int.MaxValue),
        Value("longs", () => CumProd(Tensor.From([3L, 2L]), 0), [2], 3L, 6L),
        Value("a scalar", () => CumProd(Tensor.Scalar(7.0), -1), [], 7),
        Value("with a zero", () => CumProd(Tensor.From([2.0, 0.0, 3.0]), 0), [3], 2, 0, 0),
        Value("with NaN", () => CumProd(Tensor.From([2.0, double.NaN, 0.0]), 0), [3], 2, double.NaN, double.NaN),
        Gradient("with a zero in each row", x => CumProd(Relu(x[0] - x[0]) + Tril(x[1]), 1) * x[2], 0.5, 1, [3, 3], [3, 3], [3, 3]),
        Gradient("with zeros in columns", x => CumProd(Triu(x[0]), 1), 0.5, 1, [2, 3, 3]),
        GradientValue("one zero", x => CumProd(x, 0), [2, 0, 3], 1, 8, 0),
        GradientValue("two zeros", x => CumProd(x, 0), [2, 0, 0, 3], 1, 2, 0, 0),
        GradientValue("zeros at the start", x => CumProd(x, 0), [0, 2, 3], 9, 0, 0),
        GradientValue("too small to divide", x => CumProd(x, 0), [1e-200, 1e-200, 2], 1, 3e-200, 0),
        Value("of nothing", () => CumProd(Tensor.Zeros<float>(0, 2), 0), [0, 2]),
        Value("of nothing beside", () => CumProd(Tensor.Zeros<float>(2, 0), 0), [2, 0]),
        Value("of no ints", () => CumProd(Tensor.Zeros<int>(0), 0), [0], Array.Empty<long>()),
        Gradient("a vector", x => CumProd(x[0], 0) * x[1], -1, 1, [5], [5]),
        Gradient("the first of two", x => CumProd(x[0], 0) * x[1], -1, 1, [3, 2], [3, 2]),
        Gradient("the last of two", x => CumProd(x[0], -1) * x[1], -1, 1, [3, 2], [3, 2]),
        Gradient("several rows", x => CumProd(x[0], 1) * x[1], -1, 1, [5, 3], [5, 3]),
        Gradient("the middle", x => CumProd(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 3, 2]),
        Gradient("a scalar", x => CumProd(x[0], 0) * x[1], -1, 1, [], []),
        Gradient("nothing", x => CumProd(x[0], 1), -1, 1, [2, 0]),
        Refused("CumProd: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => CumProd(Tensor.Zeros<float>(2, 3), 2)),
        Refused("CumProd: axis -3 is out of range for x (2, 3), which has 2 dimensions", () => CumProd(Tensor.Zeros<int>(2, 3), -3)),
        Refused("CumProd: axis 1 is out of range for x (), which has 0 dimensions", () => CumProd(Tensor.Scalar(1f), 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
