using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class OneHotTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => OneHot<long>(Tensor.From([2, 0]), 3), [2, 3], 0, 0, 1, 1, 0, 0),
        Value("of long classes", () => OneHot<float>(Tensor.From([1L]), 2), [1, 2], 0, 1),
        Value("a scalar", () => OneHot<double>(Tensor.Scalar(1), 2), [2], 0, 1),
        Value("a transposed matrix", () => OneHot<int>(Tensor.From(new[,] { { 0, 1 }, { 1, 1 } }).T, 2), [2, 2, 2], 1, 0, 0, 1, 0, 1, 0, 1),
        Value("nothing", () => OneHot<int>(Tensor.Zeros<int>(0), 2), [0, 2]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AnIndexOutsideIsAnError()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => OneHot<int>(Tensor.From([2]), 2));
        Assert.StartsWith("OneHot: index 2 is not one of the 2 classes", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot<int>(Tensor.From([2]), -1));
    }
}
