using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ErfTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Erf(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.5204998778130465, -0.8427007929497149, 0.9953222650189527),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).Erf(), [3], 0.5204998778130465, -0.8427007929497149, 0.9953222650189527),
        Close("a scalar", () => Erf(Tensor.Scalar(0.5)), [], 0.5204998778130465),
        Value("nothing", () => Erf(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Erf(Tensor.From([0.0, 1e-10, 6.0, -6.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN])), [7], 0, 1.1283791670955126e-10, 1, -1, 1, -1, double.NaN),
        Gradient("elements", x => Erf(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => Erf(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => Erf(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
