using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class CoshTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Cosh(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 1.1276259652063807, 1.5430806348152437, 3.7621956910836314),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Cosh(), [3], 1.1276259652063807, 1.5430806348152437, 3.7621956910836314),
        Close("a scalar", () => Cosh(Tensor.Scalar(0.5)), [], 1.1276259652063807),
        Value("nothing", () => Cosh(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Cosh(Tensor.From([0.0, 800.0, -800.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [6], 1, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Cosh(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Cosh(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Cosh(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
