using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SqrtTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Sqrt(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], 0.7071067811865476, 1.0, 1.4142135623730951),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Sqrt(), [3], 0.7071067811865476, 1.0, 1.4142135623730951),
        Close("a scalar", () => Sqrt(Tensor.Scalar(0.5)), [], 0.7071067811865476),
        Value("nothing", () => Sqrt(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("the ends", () => Sqrt(Tensor.From([4.0, 0.0, -1.0, double.PositiveInfinity])), [4], 2, 0, double.NaN, double.PositiveInfinity),
        GradientValue("at zero", Sqrt, [0, 4], double.PositiveInfinity, 0.25),
        Gradient("elements", x => Sqrt(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Sqrt(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Sqrt(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
