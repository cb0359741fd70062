using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class GatherTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("columns", () => Gather(Counting(2, 3), 1, Tensor.From(new[,] { { 2, 0 }, { 1, 1 } })), [2, 2], 2, 0, 4, 4),
        Value("rows", () => Counting(2, 3).Gather(0, Tensor.From(new[,] { { 1L, 0L, 1L } })), [1, 3], 3, 1, 5),
        Value("the middle", () => Gather(Counting(2, 2, 2), 1, Tensor.Ones<int>(2, 1, 2)), [2, 1, 2], 2, 3, 6, 7),
        Value("fewer positions", () => Gather(Counting(3, 3), -1, Tensor.From(new[,] { { 2 } })), [1, 1], 2),
        Value("of a transposed matrix", () => Gather(Counting(2, 3).T, 1, Tensor.From(new[,] { { 1 }, { 0 }, { 1 } })), [3, 1], 3, 1, 5),
        Value("by a transposed index", () => Gather(Counting(2, 2), 1, Tensor.From(new[,] { { 1, 1 }, { 0, 1 } }).T), [2, 2], 1, 0, 3, 3),
        Value("a scalar", () => Gather(Tensor.Scalar(7), 0, Tensor.Scalar(0)), [], 7),
        Value("nothing", () => Gather(Counting(2, 3), 0, Tensor.Zeros<int>(0, 3)), [0, 3]),
        Gradient("repeated", x => Gather(x[0], 1, Tensor.From(new[,] { { 2, 2, 0, 2 }, { 1, 0, 0, 1 } })) * x[1], -1, 1, [2, 3], [2, 4]),
        Gradient("fewer positions", x => Gather(x[0], 0, Tensor.From(new[,] { { 2L }, { 2L } })) * x[1], -1, 1, [3, 2], [2, 1]),
        Gradient("a scalar", x => Gather(x[0], 0, Tensor.Scalar(0)) * x[1], -1, 1, [], []),
        Refused("Gather: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Gather(Counting(2, 3), 2, Tensor.Zeros<int>(2, 3))),
        Refused("Gather: index (3) and x (2, 3) have 1 and 2 dimensions, but need equally many", () => Gather(Counting(2, 3), 0, Tensor.Zeros<int>(3))),
        Refused("Gather: index (3, 3) reaches beyond x (2, 3) in dimension 0, 3 against 2", () => Gather(Counting(2, 3), 1, Tensor.Zeros<int>(3, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Gather(Counting(2, 3), 1, Tensor.From(new[,] { { 3 } })));
        Assert.StartsWith("Gather: index 3 is outside dimension 1 of (2, 3), which has size 3", error.Message, StringComparison.Ordinal);
    }
    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
