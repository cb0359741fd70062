using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Convolution;

public sealed class Conv1dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a window of two", () => Conv1d(Counting(1, 1, 4), Tensor.From([10, 1]).Reshape(1, 1, 2)), [1, 1, 3], 1, 12, 23),
        Value("with a bias", () => Conv1d(Counting(1, 1, 3), Tensor.Ones<int>(2, 1, 1), Tensor.From([10, 20])), [1, 2, 3], 10, 11, 12, 20, 21, 22),
        Value("without a batch", () => Counting(1, 4).Conv1d(Tensor.From([10, 1]).Reshape(1, 1, 2), stride: 2), [1, 2], 1, 23),
        Value("padding", () => Conv1d(Counting(1, 1, 2) + 1, Tensor.From([1, 10, 100]).Reshape(1, 1, 3), padding: 1), [1, 1, 2], 210, 21),
        Value("dilation", () => Conv1d(Counting(1, 1, 5), Tensor.From([10, 1]).Reshape(1, 1, 2), dilation: 3), [1, 1, 2], 3, 14),
        Value("groups", () => Conv1d(Counting(1, 2, 2), Tensor.From([1, 10]).Reshape(2, 1, 1), groups: 2), [1, 2, 2], 0, 1, 20, 30),
        Value("strided", () => Conv1d(Counting(3, 1, 1).Permute(2, 1, 0), Counting(2, 1, 1).Permute(1, 2, 0)), [1, 1, 2], 1, 2),
        Value("no images", () => Conv1d(Tensor.Zeros<int>(0, 1, 3), Tensor.Ones<int>(2, 1, 2), Tensor.From([1, 2])), [0, 2, 2]),
        Value("no channels", () => Conv1d(Tensor.Zeros<int>(1, 0, 3), Tensor.Zeros<int>(1, 0, 2), Tensor.From([7])), [1, 1, 2], 7, 7),
        Gradient("with a bias", x => Conv1d(x[0], x[1], x[2]), -1, 1, [2, 2, 5], [3, 2, 3], [3]),
        Gradient("everything", x => Conv1d(x[0], x[1], x[2], stride: 2, padding: 1, dilation: 2, groups: 2), -1, 1, [2, 4, 6], [2, 2, 2], [2]),
        Gradient("without a batch", x => Conv1d(x[0], x[1]), -1, 1, [2, 4], [1, 2, 2]),
        Gradient("no images", x => Conv1d(x[0], x[1], x[2]), -1, 1, [0, 2, 4], [1, 2, 2], [1]),
        Refused("Conv1d: weight (1, 3, 2) does not match (outputs, share(channels, groups), k): dimension 1 is 3, not 2; channels is 2 from x", () => Conv1d(Counting(1, 2, 4), Counting(1, 3, 2))),
        Refused("Conv1d: the window spans 5, more than the padded size 4", () => Conv1d(Counting(1, 2, 4), Counting(1, 2, 5))),
        Refused("Conv1d: x (4) does not match (...batch, channels, length): it has 1 dimension, not at least 2", () => Conv1d(Counting(4), Counting(1, 2, 5))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
