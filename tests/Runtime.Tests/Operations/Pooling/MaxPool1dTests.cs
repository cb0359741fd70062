using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Pooling;

public sealed class MaxPool1dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs", () => MaxPool1d(Counting(2, 4), 2), [2, 2], 1, 3, 5, 7),
        Value("a rest is left out", () => Counting(5).MaxPool1d(2), [2], 1, 3),
        Value("stride", () => MaxPool1d(Counting(4), 2, stride: 1), [3], 1, 2, 3),
        Value("padding", () => MaxPool1d(-Counting(3), 2, 1, padding: 1), [4], 0, 0, -1, -2),
        Value("dilation", () => MaxPool1d(Counting(5), 2, 1, dilation: 3), [2], 3, 4),
        Value("strided", () => MaxPool1d(Counting(3, 2).T, 3), [2, 1], 4, 5),
        Value("nothing", () => MaxPool1d(Tensor.Zeros<int>(0, 3), 2), [0, 1]),
        Value("NaN", () => MaxPool1d(Tensor.From([1.0, double.NaN, 2.0, 3.0]), 2), [2], double.NaN, 3),
        Value("minus infinity", () => MaxPool1d(Tensor.Full(double.NegativeInfinity, 2), 2), [1], double.NegativeInfinity),
        Value("a window between the elements", () => MaxPool1d(Tensor.Ones<float>(2), 2, 1, padding: 1, dilation: 3), [1], float.NegativeInfinity),
        Value("a rest is a window of its own", () => Counting(5).MaxPool1d(2, ceilMode: true), [3], 1, 3, 4),
        Value("without a rest as rounded down", () => MaxPool1d(Counting(4), 2, ceilMode: true), [2], 1, 3),
        Value("no window begins in the padding at the end", () => MaxPool1d(Counting(3), 2, 2, padding: 1, ceilMode: true), [2], 0, 2),
        Value("no window begins beyond the end", () => MaxPool1d(Counting(6), 1, stride: 4, ceilMode: true), [2], 0, 4),
        Value("a window larger than the line", () => MaxPool1d(Counting(2), 3, ceilMode: true), [1], 1),
        Value("a rest and dilation", () => MaxPool1d(Counting(6), 2, 2, dilation: 3, ceilMode: true), [2], 3, 5),
        Gradient("a rest", x => MaxPool1d(x[0], 3, 2, 1, ceilMode: true), -1, 1, [[2, 6]]),
        GradientValue("a rest of one element", x => MaxPool1d(x, 2, ceilMode: true), [3, 1, 2], 1, 0, 1),
        Gradient("pairs", x => MaxPool1d(x[0], 2), -1, 1, [[2, 3, 4]]),
        Gradient("overlapping", x => MaxPool1d(x[0], 3, 1, 1, 2), -1, 1, [[2, 6]]),
        GradientValue("a tie goes to the first", x => MaxPool1d(x, 2), [1, 1, 0, 2], 1, 0, 0, 1),
        GradientValue("overlapping windows add", x => MaxPool1d(x, 2, 1), [0, 3, 1], 0, 2, 0),
        GradientValue("NaN takes it", x => MaxPool1d(x, 3), [5, double.NaN, 6], 0, 1, 0),
        GradientValue("of several NaN the last", x => MaxPool1d(x, 3), [double.NaN, double.NaN, 6], 0, 1, 0),
        GradientValue("minus infinity alone", x => MaxPool1d(x, 2, 1, 1), [double.NegativeInfinity, double.NegativeInfinity], 2, 1),
        Refused("MaxPool1d: the window spans 3, more than the padded size 2", () => MaxPool1d(Counting(2), 3)),
        Refused("MaxPool1d: the window spans 5, of which 3 must lie within the padded size 2", () => MaxPool1d(Counting(2), 5, 3, ceilMode: true)),
        Refused("MaxPool1d: the window spans 1, of which 1 must lie within the padded size 0", () => MaxPool1d(Counting(0), 1, 2, ceilMode: true)),
        Refused("MaxPool1d: the padding is 2, more than half of the kernel size 3", () => MaxPool1d(Counting(4), 3, padding: 2)),
        Refused("MaxPool1d: the kernel size is 0; it must be at least 1", () => MaxPool1d(Counting(4), 0)),
        Refused("MaxPool1d: x () does not match (...batch, length): it has 0 dimensions, not at least 1", () => MaxPool1d(Tensor.Scalar(1), 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
