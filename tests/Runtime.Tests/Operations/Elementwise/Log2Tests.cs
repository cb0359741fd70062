using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class Log2Tests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Log2(Tensor.From(new double[,] { { 0.5, 8.0, 3.0 } })), [1, 3], -1, 3, 1.584962500721156),
        Close("as a method", () => Tensor.From([0.5, 8.0, 3.0]).Log2(), [3], -1, 3, 1.584962500721156),
        Close("a scalar", () => Log2(Tensor.Scalar(0.5)), [], -1),
        Value("nothing", () => Log2(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Log2(Tensor.From([0.0, 1.0, -1.0, double.PositiveInfinity, double.NaN])), [5], double.NegativeInfinity, 0, double.NaN, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Log2(x[0]), 0.3, 2, [2, 3]),
        Gradient("a scalar", x => Log2(x[0]), 0.3, 2, [[]]),
        Gradient("nothing", x => Log2(x[0]), 0.3, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
