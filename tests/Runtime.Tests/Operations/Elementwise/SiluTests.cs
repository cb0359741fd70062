using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SiluTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Silu(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.3112296656009273, -0.2689414213699951, 1.7615941559557646),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Silu(), [3], 0.3112296656009273, -0.2689414213699951, 1.7615941559557646),
        Close("a scalar", () => Silu(Tensor.Scalar(0.5)), [], 0.3112296656009273),
        Value("nothing", () => Silu(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Silu(Tensor.From([0.0, 40.0, -40.0, -800.0, double.PositiveInfinity, double.NaN])), [6], 0, 40, -1.6993417021166355e-16, -0.0, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Silu(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Silu(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Silu(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
