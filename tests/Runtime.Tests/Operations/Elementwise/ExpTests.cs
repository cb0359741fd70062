using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ExpTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Exp(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], 1.6487212707001282, 2.718281828459045, 7.38905609893065),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Exp(), [3], 1.6487212707001282, 2.718281828459045, 7.38905609893065),
        Close("a scalar", () => Exp(Tensor.Scalar(0.5)), [], 1.6487212707001282),
        Value("nothing", () => Exp(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("the ends", () => Exp(Tensor.From([0.0, 800.0, -800.0, double.NaN])), [4], 1, double.PositiveInfinity, 0, double.NaN),
        Gradient("elements", x => Exp(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Exp(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Exp(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
