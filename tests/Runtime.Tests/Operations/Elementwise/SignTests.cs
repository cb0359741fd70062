using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SignTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Sign(Tensor.From(new double[,] { { 0.5, -1.5, 0.0 } })), [1, 3], 1, -1, 0),
        Close("as a method", () => Tensor.From([0.5, -1.5, 0.0]).Sign(), [3], 1, -1, 0),
        Close("a scalar", () => Sign(Tensor.Scalar(0.5)), [], 1),
        Value("nothing", () => Sign(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Sign(Tensor.From([-0.0, double.PositiveInfinity, double.NegativeInfinity])), [3], 0, 1, -1),
        Value("integers", () => Sign(Tensor.From([3, -4, 0])), [3], 1, -1, 0),
        Gradient("elements", x => Sign(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Sign(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Sign(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
