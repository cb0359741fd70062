using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Pooling;

public sealed class AvgPool1dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs", () => AvgPool1d(Counting(2, 4), 2), [2, 2], 0.5, 2.5, 4.5, 6.5),
        Value("a rest is left out", () => Counting(5).AvgPool1d(2), [2], 0.5, 2.5),
        Value("stride", () => AvgPool1d(Counting(4), 2, stride: 1), [3], 0.5, 1.5, 2.5),
        Value("padding counts", () => AvgPool1d(Counting(3) + 1, 2, padding: 1), [2], 0.5, 2.5),
        Value("padding does not count", () => AvgPool1d(Counting(3) + 1, 2, padding: 1, countIncludePad: false), [2], 1, 2.5),
        Value("strided", () => AvgPool1d(Counting(2, 2).T, 2), [2, 1], 1, 2),
        Value("nothing", () => AvgPool1d(Tensor.Zeros<double>(0, 3), 2), [0, 1]),
        Value("NaN", () => AvgPool1d(Tensor.From([1.0, double.NaN, 2.0, 4.0]), 2), [2], double.NaN, 3),
        Value("a rest is a window of its own", () => Counting(5).AvgPool1d(2, ceilMode: true), [3], 0.5, 2.5, 4),
        Value("padding counts, what lies beyond it does not", () => AvgPool1d(Tensor.Full(6.0, 4), 3, 3, 1, ceilMode: true), [2], 4, 4),
        Value("beyond the padding nothing counts", () => AvgPool1d(Tensor.Full(6.0, 3), 3, 2, 1, ceilMode: true), [2], 4, 4),
        Value("a window cut behind the padding", () => AvgPool1d(Tensor.Full(6.0, 4), 4, 3, 1, ceilMode: true), [2], 4.5, 4),
        Value("a cut window of elements alone", () => AvgPool1d(Tensor.Full(6.0, 4), 4, 3, 1, false, true), [2], 6, 6),
        Value("no window begins in the padding at the end", () => AvgPool1d(Counting(3), 2, 2, 1, ceilMode: true), [2], 0, 1.5),
        Value("a window larger than the line", () => AvgPool1d(Counting(2), 3, ceilMode: true), [1], 0.5),
        Gradient("a rest", x => AvgPool1d(x[0], 4, 3, 1, ceilMode: true), -1, 1, [[2, 7]]),
        Gradient("a rest of elements alone", x => AvgPool1d(x[0], 3, 2, 1, false, true), -1, 1, [[2, 6]]),
        Gradient("pairs", x => AvgPool1d(x[0], 2), -1, 1, [[2, 3, 4]]),
        Gradient("overlapping", x => AvgPool1d(x[0], 3, 2, 1), -1, 1, [[2, 6]]),
        Gradient("padding does not count", x => AvgPool1d(x[0], 3, 1, 1, false), -1, 1, [[2, 5]]),
        Refused("AvgPool1d: the window spans 3, more than the padded size 2", () => AvgPool1d(Counting(2), 3)),
        Refused("AvgPool1d: the window spans 5, of which 3 must lie within the padded size 2", () => AvgPool1d(Counting(2), 5, 3, ceilMode: true)),
        Refused("AvgPool1d: the padding is 2, more than half of the kernel size 3", () => AvgPool1d(Counting(4), 3, padding: 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<double> Counting(params int[] shape) => Tensor.Arange<double>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
