using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Convolution;

public sealed class Conv2dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a window", () => Conv2d(Counting(1, 1, 3, 3), Counting(1, 1, 2, 2)), [1, 1, 2, 2], 19, 25, 37, 43),
        Value("several channels and outputs", () => Conv2d(Counting(1, 2, 1, 2), Counting(2, 2, 1, 1)), [1, 2, 1, 2], 2, 3, 6, 11),
        Value("with a bias", () => Counting(1, 1, 1, 2).Conv2d(Tensor.Ones<int>(2, 1, 1, 1), Tensor.From([10, 20])), [1, 2, 1, 2], 10, 11, 20, 21),
        Value("stride", () => Conv2d(Counting(1, 1, 3, 3), Tensor.Ones<int>(1, 1, 1, 1), stride: 2), [1, 1, 2, 2], 0, 2, 6, 8),
        Value("two strides", () => Conv2d(Counting(1, 1, 3, 3), Tensor.Ones<int>(1, 1, 1, 1), stride: [1, 2]), [1, 1, 3, 2], 0, 2, 3, 5, 6, 8),
        Value("padding", () => Conv2d(Tensor.Ones<int>(1, 1, 2, 2), Tensor.Ones<int>(1, 1, 3, 3), padding: 1), [1, 1, 2, 2], 4, 4, 4, 4),
        Value("padding on two sides", () => Conv2d(Tensor.Ones<int>(1, 1, 1, 2), Tensor.Ones<int>(1, 1, 1, 2), padding: [0, 1]), [1, 1, 1, 3], 1, 2, 1),
        Value("padding beyond the image", () => Conv2d(Tensor.Ones<int>(1, 1, 1, 1), Tensor.Ones<int>(1, 1, 1, 1), padding: [0, 2]), [1, 1, 1, 5], 0, 0, 1, 0, 0),
        Value("dilation", () => Conv2d(Counting(1, 1, 3, 3), Tensor.Ones<int>(1, 1, 2, 2), dilation: 2), [1, 1, 1, 1], 16),
        Value("groups", () => Conv2d(Counting(1, 2, 1, 2), Tensor.From([1, 10]).Reshape(2, 1, 1, 1), groups: 2), [1, 2, 1, 2], 0, 1, 20, 30),
        Value("without a batch", () => Conv2d(Counting(1, 3, 3), Counting(1, 1, 2, 2)), [1, 2, 2], 19, 25, 37, 43),
        Value("strided", () => Conv2d(Counting(1, 1, 3, 3).Transpose(2, 3), Counting(1, 1, 2, 2).Transpose(2, 3)), [1, 1, 2, 2], 19, 37, 25, 43),
        Value("no images", () => Conv2d(Tensor.Zeros<int>(0, 1, 3, 3), Tensor.Ones<int>(2, 1, 2, 2)), [0, 2, 2, 2]),
        Gradient("with a bias", x => Conv2d(x[0], x[1], x[2]), -1, 1, [2, 2, 4, 3], [3, 2, 2, 2], [3]),
        Gradient("everything", x => Conv2d(x[0], x[1], x[2], [2, 1], [1, 2], [1, 2], 2), -1, 1, [2, 4, 4, 5], [4, 2, 2, 3], [4]),
        Gradient("a window of one element", x => Conv2d(x[0], x[1]), -1, 1, [2, 3, 2, 2], [2, 3, 1, 1]),
        Gradient("depthwise", x => Conv2d(x[0], x[1], padding: 1, groups: 2), -1, 1, [1, 2, 3, 3], [2, 1, 3, 3]),
        Gradient("a mean of the result", x => Mean(Conv2d(x[0], x[1])), -1, 1, [1, 2, 3, 3], [2, 2, 2, 2]),
        Refused("Conv2d: weight (1, 2, 1, 1) does not match (outputs, share(channels, groups), kh, kw): dimension 1 is 2, not 3; channels is 3 from x", () => Conv2d(Counting(1, 3, 2, 2), Counting(1, 2, 1, 1))),
        Refused("Conv2d: channels, which is 3, cannot be divided by groups, which is 2", () => Conv2d(Counting(1, 3, 2, 2), Counting(2, 1, 1, 1), groups: 2)),
        Refused("Conv2d: outputs, which is 3, cannot be divided by groups, which is 2", () => Conv2d(Counting(1, 2, 2, 2), Counting(3, 1, 1, 1), groups: 2)),
        Refused("Conv2d: groups is 0; there must be at least 1", () => Conv2d(Counting(1, 2, 2, 2), Counting(3, 1, 1, 1), groups: 0)),
        Refused("Conv2d: bias (2) does not match (outputs): dimension 0 is 2, not 1; outputs is 1 from weight", () => Conv2d(Counting(1, 1, 2, 2), Counting(1, 1, 1, 1), Counting(2))),
        Refused("Conv2d: the stride is 0; it must be at least 1", () => Conv2d(Counting(1, 1, 2, 2), Counting(1, 1, 1, 1), stride: 0)),
        Refused("Conv2d: the padding is -1; it cannot be negative", () => Conv2d(Counting(1, 1, 2, 2), Counting(1, 1, 1, 1), padding: -1)),
        Refused("Conv2d: stride has 3 integers; it takes one, or 2", () => Conv2d(Counting(1, 1, 2, 2), Counting(1, 1, 1, 1), stride: [1, 1, 1])),
        Refused("Conv2d: the window spans 3, more than the padded size 2", () => Conv2d(Counting(1, 1, 2, 2), Counting(1, 1, 1, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
