using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class CosTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Cos(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.8775825618903728, 0.5403023058681398, -0.4161468365471424),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Cos(), [3], 0.8775825618903728, 0.5403023058681398, -0.4161468365471424),
        Close("a scalar", () => Cos(Tensor.Scalar(0.5)), [], 0.8775825618903728),
        Value("nothing", () => Cos(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Cos(Tensor.From([0.0, 3.141592653589793, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [5], 1, -1, double.NaN, double.NaN, double.NaN),
        Gradient("elements", x => Cos(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Cos(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Cos(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
