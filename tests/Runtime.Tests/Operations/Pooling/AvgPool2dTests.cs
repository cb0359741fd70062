using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Pooling;

public sealed class AvgPool2dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("squares", () => AvgPool2d(Counting(1, 1, 4, 4), 2), [1, 1, 2, 2], 2.5, 4.5, 10.5, 12.5),
        Value("oblongs", () => Counting(2, 4).AvgPool2d([1, 2]), [2, 2], 0.5, 2.5, 4.5, 6.5),
        Value("two strides", () => AvgPool2d(Counting(3, 3), [2, 2], [1, 2]), [2, 1], 2, 5),
        Value("padding counts", () => AvgPool2d(Tensor.Full(4.0, 2, 2), 2, padding: 1), [2, 2], 1, 1, 1, 1),
        Value("padding does not count", () => AvgPool2d(Tensor.Full(4.0, 2, 2), 2, padding: 1, countIncludePad: false), [2, 2], 4, 4, 4, 4),
        Value("strided", () => AvgPool2d(Counting(2, 2).T, [2, 1]), [1, 2], 0.5, 2.5),
        Value("nothing", () => AvgPool2d(Tensor.Zeros<double>(0, 1, 2, 2), 2), [0, 1, 1, 1]),
        Value("rests", () => AvgPool2d(Counting(3, 3), 2, ceilMode: true), [2, 2], 2, 3.5, 6.5, 8),
        Value("padding counts, what lies beyond it does not", () => Tensor.Full(36.0, 4, 4).AvgPool2d([4, 1], [3, 2], [1, 0], ceilMode: true), [2, 2], 27, 27, 24, 24),
        Value("rests of elements alone", () => AvgPool2d(Tensor.Full(4.0, 4, 4), 4, 3, 1, false, true), [2, 2], 4, 4, 4, 4),
        Gradient("rests", x => AvgPool2d(x[0], [4, 2], [3, 2], [1, 0], ceilMode: true), -1, 1, [[2, 4, 5]]),
        Gradient("squares", x => AvgPool2d(x[0], 2), -1, 1, [[2, 2, 4, 4]]),
        Gradient("everything", x => AvgPool2d(x[0], [3, 2], [2, 1], [1, 0]), -1, 1, [[2, 5, 6]]),
        Gradient("padding does not count", x => AvgPool2d(x[0], [3, 2], [2, 1], [1, 1], false), -1, 1, [[2, 5, 6]]),
        Refused("AvgPool2d: stride has 3 integers; it takes one, or 2", () => AvgPool2d(Counting(4, 4), [1, 1], [1, 1, 1])),
        Refused("AvgPool2d: the window spans 4, of which 3 must lie within the padded size 2", () => AvgPool2d(Counting(2, 4), 4, 2, ceilMode: true)),
        Refused("AvgPool2d: the stride is 0; it must be at least 1", () => AvgPool2d(Counting(4, 4), 1, stride: 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<double> Counting(params int[] shape) => Tensor.Arange<double>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
