using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SinTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Sin(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.479425538604203, -0.8414709848078965, 0.9092974268256817),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Sin(), [3], 0.479425538604203, -0.8414709848078965, 0.9092974268256817),
        Close("a scalar", () => Sin(Tensor.Scalar(0.5)), [], 0.479425538604203),
        Value("nothing", () => Sin(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Sin(Tensor.From([0.0, 1.5707963267948966, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [5], 0, 1, double.NaN, double.NaN, double.NaN),
        Gradient("elements", x => Sin(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Sin(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Sin(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
