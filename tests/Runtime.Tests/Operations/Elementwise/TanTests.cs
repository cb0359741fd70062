using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class TanTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Tan(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.5463024898437905, -1.5574077246549023, -2.185039863261519),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Tan(), [3], 0.5463024898437905, -1.5574077246549023, -2.185039863261519),
        Close("a scalar", () => Tan(Tensor.Scalar(0.5)), [], 0.5463024898437905),
        Value("nothing", () => Tan(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Tan(Tensor.From([0.0, double.PositiveInfinity, double.NaN])), [3], 0, double.NaN, double.NaN),
        Gradient("elements", x => Tan(x[0]), -1, 1, [2, 3]),
        Gradient("a scalar", x => Tan(x[0]), -1, 1, [[]]),
        Gradient("nothing", x => Tan(x[0]), -1, 1, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
