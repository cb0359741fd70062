using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class SoftmaxTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a row", () => Softmax(Tensor.From([0.0, Math.Log(3)]), 0), [2], 0.25, 0.75),
        Close("columns", () => Tensor.From(new[,] { { 0.0, 1.0 }, { Math.Log(3), 1.0 } }).Softmax(0)[.., 0], [2], 0.25, 0.75),
        Close("a transposed matrix", () => Tensor.From(new[,] { { 0.0, 1.0 }, { Math.Log(3), 1.0 } }).T.Softmax(-1)[0], [2], 0.25, 0.75),
        Close("large ones", () => Softmax(Tensor.From([1000.0, 1000.0]), 0), [2], 0.5, 0.5),
        Close("very negative ones", () => Softmax(Tensor.From([-1000.0, -1000.0]), 0), [2], 0.5, 0.5),
        Value("all impossible", () => Softmax(Tensor.From([double.NegativeInfinity, double.NegativeInfinity]), 0), [2], double.NaN, double.NaN),
        Value("nothing", () => Softmax(Tensor.Zeros<float>(2, 0), 1), [2, 0]),
        Value("no rows", () => Softmax(Tensor.Zeros<float>(0, 3), 1), [0, 3]),
        Gradient("rows", x => Softmax(x[0], 1) * x[1], -2, 2, [2, 3], [2, 3]),
        Gradient("the middle", x => Softmax(x[0], -2) * x[1], -2, 2, [2, 3, 2], [2, 3, 2]),
        Gradient("long rows", x => Softmax(x[0], 1) * x[1], -2, 2, [2, 37], [2, 37]),
        Gradient("one alone", x => Softmax(x[0], 0) * x[1], -2, 2, [1], [1]),
        Gradient("an expanded cotangent", x => Sum(Softmax(x[0], 1) * x[0]), -2, 2, [2, 3]),
        Refused("Softmax: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Softmax(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Softmax: axis 0 is out of range for x (), which has 0 dimensions", () => Softmax(Tensor.Scalar(1f), 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
