using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class EmbeddingTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => Embedding(Tensor.From([2, 0]), Counting(3, 2)), [2, 2], 4, 5, 0, 1),
        Value("a matrix of long indices", () => Embedding(Tensor.From(new[,] { { 1L }, { 1L } }), Counting(3, 2)), [2, 1, 2], 2, 3, 2, 3),
        Value("a scalar", () => Embedding(Tensor.Scalar(1), Counting(3, 2)), [2], 2, 3),
        Value("of a transposed table", () => Embedding(Tensor.From([1]), Counting(2, 3).T), [1, 2], 1, 4),
        Value("nothing", () => Embedding(Tensor.Zeros<int>(0, 2), Counting(3, 2)), [0, 2, 2]),
        Value("empty rows", () => Embedding(Tensor.From([1]), Tensor.Zeros<int>(2, 0)), [1, 0]),
        Gradient("repeated", x => Embedding(Tensor.From(new[,] { { 2, 0 }, { 2, 2 } }), x[0]) * x[1], -1, 1, [3, 2], [2, 2, 2]),
        GradientValue("a padding row", x => Embedding(Tensor.From([0, 1, 1]), x.Reshape(2, 1), 0), [5, 6], 0, 2),
        GradientValue("a padding row from the end", x => Embedding(Tensor.From([0L, 1L, 1L]), x.Reshape(2, 1), -1), [5, 6], 1, 0),
        Refused("Embedding: table (3) does not match (v, d): it has 1 dimension, not 2", () => Embedding(Tensor.From([0]), Counting(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(Tensor.From([3]), Counting(3, 2)));
        Assert.StartsWith("Embedding: index 3 is outside dimension 0 of (3, 2), which has size 3", error.Message, StringComparison.Ordinal);
        var padding = Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(Tensor.From([0]), Counting(3, 2), 3));
        Assert.StartsWith("Embedding: paddingIndex 3 is not a row of table (3, 2), which has 3", padding.Message, StringComparison.Ordinal);
    }
    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
