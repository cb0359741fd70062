using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class AsinTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Asin(Tensor.From(new double[,] { { 0.5, -0.25, 0.9 } })), [1, 3], 0.5235987755982989, -0.25268025514207865, 1.1197695149986342),
        Close("as a method", () => Tensor.From([0.5, -0.25, 0.9]).Asin(), [3], 0.5235987755982989, -0.25268025514207865, 1.1197695149986342),
        Close("a scalar", () => Asin(Tensor.Scalar(0.5)), [], 0.5235987755982989),
        Value("nothing", () => Asin(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Asin(Tensor.From([0.0, 1.0, -1.0, 1.5, double.NaN])), [5], 0, 1.5707963267948966, -1.5707963267948966, double.NaN, double.NaN),
        GradientValue("at the edges", x => Asin(x), [1, -1, 0], double.PositiveInfinity, double.PositiveInfinity, 1),
        Gradient("elements", x => Asin(x[0]), -0.8, 0.8, [2, 3]),
        Gradient("a scalar", x => Asin(x[0]), -0.8, 0.8, [[]]),
        Gradient("nothing", x => Asin(x[0]), -0.8, 0.8, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
