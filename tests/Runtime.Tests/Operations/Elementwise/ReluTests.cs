using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ReluTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Relu(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], 0.5, 1.0, 2.0),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Relu(), [3], 0.5, 1.0, 2.0),
        Close("a scalar", () => Relu(Tensor.Scalar(0.5)), [], 0.5),
        Value("nothing", () => Relu(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("both sides of zero", () => Relu(Tensor.From([-1.0, 0.0, 2.0, double.NaN])), [4], 0, 0, 2, double.NaN),
        Value("integers", () => Relu(Tensor.From([-1, 3])), [2], 0, 3),
        GradientValue("both sides of zero", Relu, [-1, 0, 2], 0, 0, 1),
        Gradient("elements", x => Relu(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Relu(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Relu(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
