using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class ReshapeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => Reshape(Tensor.Arange<int>(6), 2, 3), [2, 3], 0, 1, 2, 3, 4, 5),
        Value("one size follows", () => Tensor.Arange<int>(12).Reshape(2, -1, 3), [2, 2, 3], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        Value("a transposed matrix, copied", () => Tensor.Arange<int>(6).Reshape(2, 3).T.Reshape(6), [6], 0, 3, 1, 4, 2, 5),
        Value("every other column", () => Tensor.Arange<int>(8).Reshape(2, 4)[.., Slice.Step(.., 2)].Reshape(4, 1), [4, 1], 0, 2, 4, 6),
        Value("an expanded scalar", () => Tensor.Scalar(7).Expand(2, 3).Reshape(3, 2), [3, 2], 7, 7, 7, 7, 7, 7),
        Value("to a scalar", () => Tensor.From([7]).Reshape(), [], 7),
        Value("from a scalar", () => Tensor.Scalar(7).Reshape(1, -1), [1, 1], 7),
        Value("nothing", () => Tensor.Zeros<float>(0, 3).Reshape(3, 0, 5), [3, 0, 5]),
        Value("nothing, with a size that follows", () => Tensor.Zeros<float>(0, 3).Reshape(-1, 3), [0, 3]),
        Gradient("a window", x => Reshape(x[0], 3, -1) * x[1], -1, 1, [2, 3], [3, 2]),
        Gradient("a copy", x => Reshape(x[0].T, 2, 3) * x[1], -1, 1, [2, 3], [2, 3]),
        Gradient("a window on a transposed tensor", x => Reshape(Transpose(x[0], 0, 1), 3, 2, 2, 1) * x[1], -1, 1, [2, 3, 2], [3, 2, 2, 1]),
        Refused("Reshape: the number of elements changes: x (2, 3) has 6, (4, 2) has 8", () => Reshape(Tensor.Zeros<float>(2, 3), 4, 2)),
        Refused(
            "Reshape: the inferred size is not a whole number: x (2, 3) has 6 elements, the other sizes make 4",
            () => Reshape(Tensor.Zeros<float>(2, 3), -1, 4)),
        Refused("Reshape: shape has more than one -1; only one size can be inferred", () => Reshape(Tensor.Zeros<float>(2, 3), -1, -1)),
        Refused("Reshape: size 0 of shape is -2; a size cannot be negative", () => Reshape(Tensor.Zeros<float>(2, 3), -2, 3)),
        Refused("Reshape: the size of x (0, 3) cannot be inferred beside a size of 0", () => Reshape(Tensor.Zeros<float>(0, 3), -1, 0)),
        Refused(
            "Reshape: the number of elements changes: x (2, 3) has 6, (65536, 65536) has 4294967296",
            () => Reshape(Tensor.Zeros<float>(2, 3), 65536, 65536)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void TheStridesDecideWhetherItIsAWindow()
    {
        Tensor<float> x = Tensor.Zeros<float>(2, 3);
        Assert.True(new ReshapeOperation([6]).IsWindowOn(x.Layout));
        Assert.False(new ReshapeOperation([6]).IsWindowOn(x.T.Layout));
        Assert.True(new FlattenOperation(0, -1).IsWindowOn(x.Layout));
        Assert.False(new FlattenOperation(0, -1).IsWindowOn(x.T.Layout));
        Assert.True(((IViewOperation)new PermuteOperation([1, 0])).IsWindowOn(x.T.Layout));
    }
}
