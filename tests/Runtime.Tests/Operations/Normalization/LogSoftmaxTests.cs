using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class LogSoftmaxTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a row", () => LogSoftmax(Tensor.From([0.0, Math.Log(3)]), 0), [2], Math.Log(0.25), Math.Log(0.75)),
        Close("columns", () => Tensor.From(new[,] { { 0.0, 1.0 }, { Math.Log(3), 1.0 } }).LogSoftmax(0)[.., 0], [2], Math.Log(0.25), Math.Log(0.75)),
        Close("a transposed matrix", () => Tensor.From(new[,] { { 0.0, 1.0 }, { Math.Log(3), 1.0 } }).T.LogSoftmax(-1)[0], [2], Math.Log(0.25), Math.Log(0.75)),
        Close("large ones", () => LogSoftmax(Tensor.From([1000.0, 1000.0]), 0), [2], Math.Log(0.5), Math.Log(0.5)),
        Close("very negative ones", () => LogSoftmax(Tensor.From([-1000.0, -1000.0]), 0), [2], Math.Log(0.5), Math.Log(0.5)),
        Value("all impossible", () => LogSoftmax(Tensor.From([double.NegativeInfinity, double.NegativeInfinity]), 0), [2], double.NaN, double.NaN),
        Value("nothing", () => LogSoftmax(Tensor.Zeros<float>(2, 0), 1), [2, 0]),
        Value("no rows", () => LogSoftmax(Tensor.Zeros<float>(0, 3), 1), [0, 3]),
        Gradient("rows", x => LogSoftmax(x[0], 1) * x[1], -2, 2, [2, 3], [2, 3]),
        Gradient("the middle", x => LogSoftmax(x[0], -2) * x[1], -2, 2, [2, 3, 2], [2, 3, 2]),
        Gradient("long rows", x => LogSoftmax(x[0], 1) * x[1], -2, 2, [2, 37], [2, 37]),
        Gradient("one alone", x => LogSoftmax(x[0], 0) * x[1], -2, 2, [1], [1]),
        Gradient("an expanded cotangent", x => Sum(LogSoftmax(x[0], 1) * x[0]), -2, 2, [2, 3]),
        Refused("LogSoftmax: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => LogSoftmax(Tensor.Zeros<float>(2, 3), 2)),
        Refused("LogSoftmax: axis 0 is out of range for x (), which has 0 dimensions", () => LogSoftmax(Tensor.Scalar(1f), 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
