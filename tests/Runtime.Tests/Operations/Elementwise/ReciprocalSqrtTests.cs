using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ReciprocalSqrtTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => ReciprocalSqrt(Tensor.From(new double[,] { { 0.25, 1.0, 4.0 } })), [1, 3], 2, 1, 0.5),
        Close("as a method", () => Tensor.From([0.25, 1.0, 4.0]).ReciprocalSqrt(), [3], 2, 1, 0.5),
        Close("a scalar", () => ReciprocalSqrt(Tensor.Scalar(0.25)), [], 2),
        Value("nothing", () => ReciprocalSqrt(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => ReciprocalSqrt(Tensor.From([0.0, -1.0, double.PositiveInfinity, double.NaN])), [4], double.PositiveInfinity, double.NaN, 0, double.NaN),
        Gradient("elements", x => ReciprocalSqrt(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => ReciprocalSqrt(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => ReciprocalSqrt(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
