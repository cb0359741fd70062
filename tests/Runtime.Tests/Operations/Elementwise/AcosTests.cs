using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class AcosTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Acos(Tensor.From(new double[,] { { 0.5, -0.25, 0.9 } })), [1, 3], 1.0471975511965976, 1.8234765819369754, 0.45102681179626236),
        Close("as a method", () => Tensor.From([0.5, -0.25, 0.9]).Acos(), [3], 1.0471975511965976, 1.8234765819369754, 0.45102681179626236),
        Close("a scalar", () => Acos(Tensor.Scalar(0.5)), [], 1.0471975511965976),
        Value("nothing", () => Acos(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Acos(Tensor.From([0.0, 1.0, -1.0, 1.5, double.NaN])), [5], 1.5707963267948966, 0, 3.141592653589793, double.NaN, double.NaN),
        GradientValue("at the edges", x => Acos(x), [1, -1, 0], double.NegativeInfinity, double.NegativeInfinity, -1),
        Gradient("elements", x => Acos(x[0]), -0.8, 0.8, [2, 3]),
        Gradient("a scalar", x => Acos(x[0]), -0.8, 0.8, [[]]),
        Gradient("nothing", x => Acos(x[0]), -0.8, 0.8, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
