using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class TanhTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Tanh(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], 0.46211715726000974, 0.7615941559557649, 0.9640275800758169),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Tanh(), [3], 0.46211715726000974, 0.7615941559557649, 0.9640275800758169),
        Close("a scalar", () => Tanh(Tensor.Scalar(0.5)), [], 0.46211715726000974),
        Value("nothing", () => Tanh(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("the ends", () => Tanh(Tensor.From([0.0, 30.0, -30.0, double.NegativeInfinity, double.NaN])), [5], 0, 1, -1, -1, double.NaN),
        Gradient("elements", x => Tanh(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Tanh(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Tanh(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
