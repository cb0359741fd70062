using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class TruncateTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Truncate(Tensor.From(new double[,] { { 0.5, -1.5, 2.0 } })), [1, 3], 0, -1, 2),
        Close("as a method", () => Tensor.From([0.5, -1.5, 2.0]).Truncate(), [3], 0, -1, 2),
        Close("a scalar", () => Truncate(Tensor.Scalar(0.5)), [], 0),
        Value("nothing", () => Truncate(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Truncate(Tensor.From([0.0, -0.5, 1e+300, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [6], 0, -0.0, 1e+300, double.PositiveInfinity, double.NegativeInfinity, double.NaN),
        Value("integers", () => Truncate(Tensor.From([3, -4, 0])), [3], 3, -4, 0),
        GradientValue("at the edges", x => Truncate(x), [0.5, 2, -1.5], 0, 0, 0),
        Gradient("elements", x => Truncate(x[0]), 0.1, 0.9, [2, 3]),
        Gradient("a scalar", x => Truncate(x[0]), 0.1, 0.9, [[]]),
        Gradient("nothing", x => Truncate(x[0]), 0.1, 0.9, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
