using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Convolution;

public sealed class ConvTranspose1dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a window of two", () => ConvTranspose1d(Counting(1, 1, 3), Tensor.From([10, 1]).Reshape(1, 1, 2)), [1, 1, 4], 0, 10, 21, 2),
        Value("with a bias", () => Counting(1, 2).ConvTranspose1d(Tensor.Ones<int>(1, 2, 1), Tensor.From([10, 20])), [2, 2], 10, 11, 20, 21),
        Value("stride", () => ConvTranspose1d(Counting(1, 1, 2) + 1, Tensor.Ones<int>(1, 1, 1), stride: 2), [1, 1, 3], 1, 0, 2),
        Value("output padding", () => ConvTranspose1d(Counting(1, 1, 2) + 1, Tensor.Ones<int>(1, 1, 1), stride: 2, outputPadding: 1), [1, 1, 4], 1, 0, 2, 0),
        Value("padding", () => ConvTranspose1d(Counting(1, 1, 3), Tensor.From([10, 1]).Reshape(1, 1, 2), padding: 1), [1, 1, 2], 10, 21),
        Value("groups", () => ConvTranspose1d(Counting(1, 2, 2), Tensor.From([1, 10]).Reshape(2, 1, 1), groups: 2), [1, 2, 2], 0, 1, 20, 30),
        Gradient("with a bias", x => ConvTranspose1d(x[0], x[1], x[2]), -1, 1, [2, 2, 3], [2, 3, 2], [3]),
        Gradient("everything", x => ConvTranspose1d(x[0], x[1], x[2], stride: 2, padding: 1, outputPadding: 1, dilation: 2, groups: 2), -1, 1, [1, 4, 3], [4, 2, 3], [4]),
        Gradient("without a batch", x => ConvTranspose1d(x[0], x[1]), -1, 1, [2, 3], [2, 1, 2]),
        Refused("ConvTranspose1d: the output padding is 1; it must be less than the stride or the dilation, of which the larger is 1", () => ConvTranspose1d(Counting(1, 1, 3), Counting(1, 1, 2), outputPadding: 1)),
        Refused("ConvTranspose1d: the padding leaves a size of 0; at least 1 is needed", () => ConvTranspose1d(Counting(1, 1, 2), Counting(1, 1, 1), padding: 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
