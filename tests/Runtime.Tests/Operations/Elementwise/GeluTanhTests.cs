using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class GeluTanhTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => GeluTanh(Tensor.From(new double[,] { { 0.5, -1.0, 2.0 } })), [1, 3], 0.34571400982514394, -0.15880800939172324, 1.954597694087775),
        Close("as a method", () => Tensor.From([0.5, -1.0, 2.0]).GeluTanh(), [3], 0.34571400982514394, -0.15880800939172324, 1.954597694087775),
        Close("a scalar", () => GeluTanh(Tensor.Scalar(0.5)), [], 0.34571400982514394),
        Value("nothing", () => GeluTanh(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => GeluTanh(Tensor.From([0.0, 20.0, -20.0, double.NaN])), [4], 0, 20, -0.0, double.NaN),
        Gradient("elements", x => GeluTanh(x[0]), -2, 2, [2, 3]),
        Gradient("a scalar", x => GeluTanh(x[0]), -2, 2, [[]]),
        Gradient("nothing", x => GeluTanh(x[0]), -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
