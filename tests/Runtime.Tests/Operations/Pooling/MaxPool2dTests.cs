using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Pooling;

public sealed class MaxPool2dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("squares", () => MaxPool2d(Counting(1, 1, 4, 4), 2), [1, 1, 2, 2], 5, 7, 13, 15),
        Value("oblongs", () => Counting(2, 4).MaxPool2d([1, 2]), [2, 2], 1, 3, 5, 7),
        Value("two strides", () => MaxPool2d(Counting(3, 3), [2, 2], [1, 2]), [2, 1], 4, 7),
        Value("padding", () => MaxPool2d(-Counting(2, 2), 2, padding: 1), [2, 2], 0, -1, -2, -3),
        Value("dilation", () => MaxPool2d(Counting(3, 3), 2, stride: 1, dilation: 2), [1, 1], 8),
        Value("strided", () => MaxPool2d(Counting(2, 4).T, [2, 1]), [2, 2], 1, 5, 3, 7),
        Value("nothing", () => MaxPool2d(Tensor.Zeros<int>(0, 1, 2, 2), 2), [0, 1, 1, 1]),
        Value("NaN", () => MaxPool2d(Tensor.From(new[,] { { 1.0, 2.0 }, { double.NaN, 3.0 } }), 2), [1, 1], double.NaN),
        Value("rests", () => MaxPool2d(Counting(3, 3), 2, ceilMode: true), [2, 2], 4, 5, 7, 8),
        Value("a rest in one dimension", () => Counting(2, 3).MaxPool2d([1, 2], ceilMode: true), [2, 2], 1, 2, 4, 5),
        Gradient("rests", x => MaxPool2d(x[0], [3, 2], [2, 2], [1, 0], [1, 2], true), -1, 1, [[2, 4, 5]]),
        Gradient("squares", x => MaxPool2d(x[0], 2), -1, 1, [[2, 2, 4, 4]]),
        Gradient("everything", x => MaxPool2d(x[0], [3, 2], [2, 1], [1, 0], [1, 2]), -1, 1, [[2, 5, 6]]),
        GradientValue("a tie goes to the first", x => MaxPool2d(x.Reshape(2, 2), 2), [0, 1, 1, 1], 0, 1, 0, 0),
        Refused("MaxPool2d: kernel has 3 integers; it takes one, or 2", () => MaxPool2d(Counting(4, 4), [1, 1, 1])),
        Refused("MaxPool2d: kernel has 0 integers; it takes one, or 2", () => MaxPool2d(Counting(4, 4), [])),
        Refused("MaxPool2d: the window spans 4, of which 3 must lie within the padded size 2", () => MaxPool2d(Counting(2, 4), 4, 2, ceilMode: true)),
        Refused("MaxPool2d: the padding is 1, more than half of the kernel size 1", () => MaxPool2d(Counting(4, 4), [2, 1], padding: [1])),
        Refused("MaxPool2d: x (4) does not match (...batch, h, w): it has 1 dimension, not at least 2", () => MaxPool2d(Counting(4), 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
