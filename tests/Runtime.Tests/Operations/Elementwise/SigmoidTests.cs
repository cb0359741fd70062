using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SigmoidTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Sigmoid(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], 0.6224593312018546, 0.7310585786300049, 0.8807970779778823),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Sigmoid(), [3], 0.6224593312018546, 0.7310585786300049, 0.8807970779778823),
        Close("a scalar", () => Sigmoid(Tensor.Scalar(0.5)), [], 0.6224593312018546),
        Value("nothing", () => Sigmoid(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("the ends", () => Sigmoid(Tensor.From([0.0, 800.0, -800.0, double.NaN])), [4], 0.5, 1, 0, double.NaN),
        Gradient("elements", x => Sigmoid(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Sigmoid(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Sigmoid(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
