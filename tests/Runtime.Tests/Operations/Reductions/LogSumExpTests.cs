using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class LogSumExpTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("over all", () => LogSumExp(Tensor.From([Math.Log(1), Math.Log(2), Math.Log(5)])), [], Math.Log(8)),
        Close("over one dimension", () => Log(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } })).LogSumExp(0), [2], Math.Log(4), Math.Log(6)),
        Close("over the last, kept", () => Log(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } })).LogSumExp(-1, keepDims: true), [2, 1], Math.Log(3), Math.Log(7)),
        Close("over two", () => LogSumExp(Tensor.Zeros<double>(2, 3, 2), [0, 2]), [3], Math.Log(4), Math.Log(4), Math.Log(4)),
        Close("of a transposed matrix", () => Log(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } })).T.LogSumExp(1), [2], Math.Log(4), Math.Log(6)),
        Close("of large ones", () => LogSumExp(Tensor.From([1000.0, 1000.0])), [], 1000 + Math.Log(2)),
        Close("of very small ones", () => LogSumExp(Tensor.From([-1000.0, -1000.0])), [], -1000 + Math.Log(2)),
        Close("of a long row", () => LogSumExp(Tensor.Zeros<double>(1001)), [], Math.Log(1001)),
        Value("of a scalar", () => LogSumExp(Tensor.Scalar(7.0), 0), [], 7),
        Value("with infinity", () => LogSumExp(Tensor.From([1.0, double.PositiveInfinity])), [], double.PositiveInfinity),
        Value("with minus infinity", () => LogSumExp(Tensor.From([1.0, double.NegativeInfinity])), [], 1),
        Value("of minus infinities", () => LogSumExp(Tensor.From([double.NegativeInfinity, double.NegativeInfinity])), [], double.NegativeInfinity),
        Value("with NaN", () => LogSumExp(Tensor.From([1.0, double.NaN])), [], double.NaN),
        Value("of nothing", () => LogSumExp(Tensor.Zeros<float>(0, 2), 0), [2], float.NegativeInfinity, float.NegativeInfinity),
        Value("of nothing to nothing", () => LogSumExp(Tensor.Zeros<float>(0, 3), 1), [0]),
        Gradient("over all", x => LogSumExp(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => LogSumExp(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => LogSumExp(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("over a long row", x => LogSumExp(x[0], 1) * x[1], -1, 1, [2, 41], [2]),
        Gradient("of nothing", x => Sum(LogSumExp(x[0], 1)), -1, 1, [0, 2]),
        GradientValue("with minus infinity", x => LogSumExp(x), [1, double.NegativeInfinity], 1, 0),
        GradientValue("with infinity", x => LogSumExp(x), [1, double.PositiveInfinity], 0, double.NaN),
        Refused("LogSumExp: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => LogSumExp(Tensor.Zeros<float>(2, 3), 2)),
        Refused("LogSumExp: axis 0 of x (2, 3) is given twice", () => LogSumExp(Tensor.Zeros<float>(2, 3), [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
