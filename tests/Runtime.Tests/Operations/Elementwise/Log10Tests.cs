using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class Log10Tests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Log10(Tensor.From(new double[,] { { 0.1, 1000.0, 3.0 } })), [1, 3], -1, 3, 0.47712125471966244),
        Close("as a method", () => Tensor.From([0.1, 1000.0, 3.0]).Log10(), [3], -1, 3, 0.47712125471966244),
        Close("a scalar", () => Log10(Tensor.Scalar(0.1)), [], -1),
        Value("nothing", () => Log10(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Close("the edges", () => Log10(Tensor.From([0.0, 1.0, -1.0, double.PositiveInfinity, double.NaN])), [5], double.NegativeInfinity, 0, double.NaN, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Log10(x[0]), 0.3, 2, [2, 3]),
        Gradient("a scalar", x => Log10(x[0]), 0.3, 2, [[]]),
        Gradient("nothing", x => Log10(x[0]), 0.3, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
