using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class ScatterAddTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("columns", () => ScatterAdd(Tensor.Ones<int>(2, 3), 1, Tensor.From(new[,] { { 2, 0 }, { 1, 1 } }), Counting(2, 2)), [2, 3], 2, 1, 1, 1, 6, 1),
        Value("rows", () => Tensor.Zeros<int>(2, 2).ScatterAdd(0, Tensor.From(new[,] { { 1L, 0L } }), Counting(1, 2) + 1), [2, 2], 0, 2, 1, 0),
        Value("from a larger source", () => ScatterAdd(Tensor.Zeros<int>(3), 0, Tensor.From([2]), Counting(5) + 1), [3], 0, 0, 1),
        Value("a scalar", () => ScatterAdd(Tensor.Scalar(1), 0, Tensor.Scalar(0), Tensor.Scalar(7)), [], 8),
        Value("nothing", () => ScatterAdd(Counting(2), 0, Tensor.Zeros<int>(0), Counting(3)), [2], 0, 1),
        Gradient("repeated", x => ScatterAdd(x[0], 1, Tensor.From(new[,] { { 2, 2 }, { 1, 2 } }), x[1]) * x[2], -1, 1, [2, 3], [2, 2], [2, 3]),
        Gradient("from a larger source", x => ScatterAdd(x[0], 0, Tensor.From([2L]), x[1]) * x[2], -1, 1, [3], [2], [3]),
        Refused("ScatterAdd: axis 1 is out of range for x (4), which has 1 dimension", () => ScatterAdd(Counting(4), 1, Tensor.Zeros<int>(3), Counting(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ScatterAdd(Counting(3), 0, Tensor.From([3L]), Counting(1)));
        Assert.StartsWith("ScatterAdd: index 3 is outside dimension 0 of (3), which has size 3", error.Message, StringComparison.Ordinal);
    }
    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
