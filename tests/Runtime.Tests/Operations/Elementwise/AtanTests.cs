using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class AtanTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Atan(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.4636476090008061, -0.7853981633974483, 1.1071487177940904),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Atan(), [3], 0.4636476090008061, -0.7853981633974483, 1.1071487177940904),
        Close("a scalar", () => Atan(Tensor.Scalar(0.5)), [], 0.4636476090008061),
        Value("nothing", () => Atan(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Atan(Tensor.From([0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [4], 0, 1.5707963267948966, -1.5707963267948966, double.NaN),
        Gradient("elements", x => Atan(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Atan(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Atan(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
