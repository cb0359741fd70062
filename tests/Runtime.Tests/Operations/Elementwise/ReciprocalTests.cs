using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ReciprocalTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Reciprocal(Tensor.From(new double[,] { { 0.25, -1.0, 4.0 } })), [1, 3], 4, -1, 0.25),
        Close("as a method", () => Tensor.From([0.25, -1.0, 4.0]).Reciprocal(), [3], 4, -1, 0.25),
        Close("a scalar", () => Reciprocal(Tensor.Scalar(0.25)), [], 4),
        Value("nothing", () => Reciprocal(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Reciprocal(Tensor.From([0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [5], double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.NaN),
        Gradient("elements", x => Reciprocal(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Reciprocal(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Reciprocal(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
