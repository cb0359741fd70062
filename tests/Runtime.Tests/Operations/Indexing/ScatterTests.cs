using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class ScatterTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("columns", () => Scatter(Tensor.Zeros<int>(2, 3), 1, Tensor.From(new[,] { { 2, 0 }, { 1, 2 } }), Counting(2, 2) + 1), [2, 3], 2, 0, 1, 0, 3, 4),
        Value("rows", () => Tensor.Zeros<int>(2, 2).Scatter(0, Tensor.From(new[,] { { 1L, 0L } }), Counting(1, 2) + 1), [2, 2], 0, 2, 1, 0),
        Value("from a larger source", () => Scatter(Tensor.Zeros<int>(3), 0, Tensor.From([2]), Counting(5) + 1), [3], 0, 0, 1),
        Value("twice, of which the later stays", () => Scatter(Tensor.Zeros<int>(2), 0, Tensor.From([1, 1]), Counting(2) + 1), [2], 0, 2),
        Value("into a transposed matrix", () => Scatter(Counting(2, 2).T, 1, Tensor.From(new[,] { { 1 }, { 0 } }), Tensor.From(new[,] { { 7 }, { 8 } })), [2, 2], 0, 7, 8, 3),
        Value("a scalar", () => Scatter(Tensor.Scalar(1), 0, Tensor.Scalar(0), Tensor.Scalar(7)), [], 7),
        Value("nothing", () => Scatter(Counting(2), 0, Tensor.Zeros<int>(0), Counting(3)), [2], 0, 1),
        Gradient("columns", x => Scatter(x[0], 1, Tensor.From(new[,] { { 2, 0 }, { 1, 2 } }), x[1]) * x[2], -1, 1, [2, 3], [2, 2], [2, 3]),
        Gradient("from a larger source", x => Scatter(x[0], 0, Tensor.From([2L]), x[1]) * x[2], -1, 1, [3], [2], [3]),
        Refused(
            "Scatter: index (3) reaches beyond source (2) in dimension 0, 3 against 2", () => Scatter(Counting(4), 0, Tensor.Zeros<int>(3), Counting(2))),
        Refused("Scatter: index (3, 1) reaches beyond x (2, 3) in dimension 0, 3 against 2", () => Scatter(Counting(2, 3), 1, Tensor.Zeros<int>(3, 1), Counting(3, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Scatter(Counting(3), 0, Tensor.From([-1]), Counting(1)));
        Assert.StartsWith("Scatter: index -1 is outside dimension 0 of (3), which has size 3", error.Message, StringComparison.Ordinal);
    }
    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
