using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class IndexSelectTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("rows", () => IndexSelect(Counting(3, 2), 0, Tensor.From([2, 0, 2])), [3, 2], 4, 5, 0, 1, 4, 5),
        Value("columns", () => Counting(2, 3).IndexSelect(-1, Tensor.From([1L])), [2, 1], 1, 4),
        Value("of a transposed matrix", () => IndexSelect(Counting(2, 3).T, 0, Tensor.From([1, 2])), [2, 2], 1, 4, 2, 5),
        Value("by an index with gaps", () => IndexSelect(Counting(3), 0, Tensor.From([2, 9, 1])[Slice.Step(.., 2)]), [2], 2, 1),
        Value("of a vector", () => IndexSelect(Tensor.From([true, false]), 0, Tensor.From([1, 1])), [2], false, false),
        Value("nothing", () => IndexSelect(Counting(2, 3), 1, Tensor.Zeros<int>(0)), [2, 0]),
        Value("of nothing", () => IndexSelect(Tensor.Zeros<float>(0, 3), 1, Tensor.From([2, 2])), [0, 2]),
        Gradient("repeated rows", x => IndexSelect(x[0], 0, Tensor.From([2, 0, 2])) * x[1], -1, 1, [3, 2], [3, 2]),
        Gradient("the middle", x => IndexSelect(x[0], 1, Tensor.From([1L, 1L, 1L])) * x[1], -1, 1, [2, 2, 2], [2, 3, 2]),
        Gradient("nothing", x => IndexSelect(x[0], 0, Tensor.Zeros<int>(0)), -1, 1, [3]),
        Refused("IndexSelect: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => IndexSelect(Counting(2, 3), 2, Tensor.From([0]))),
        Refused("IndexSelect: index (1, 1) does not match (_): it has 2 dimensions, not 1", () => IndexSelect(Counting(2, 3), 0, Tensor.Zeros<int>(1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => IndexSelect(Counting(2, 3), 1, Tensor.From([0, 3])));
        Assert.StartsWith("IndexSelect: index 3 is outside dimension 1 of (2, 3), which has size 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexSelect(Counting(2, 3), 0, Tensor.From([-1L])));
    }
    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
