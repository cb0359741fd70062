using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class GeluTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Gelu(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.34573123063700656, -0.15865525393145702, 1.9544997361036416),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Gelu(), [3], 0.34573123063700656, -0.15865525393145702, 1.9544997361036416),
        Close("a scalar", () => Gelu(Tensor.Scalar(0.5)), [], 0.34573123063700656),
        Value("nothing", () => Gelu(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Gelu(Tensor.From([0.0, 20.0, -20.0, double.PositiveInfinity, double.NaN])), [5], 0, 20, -0.0, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Gelu(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Gelu(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Gelu(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
