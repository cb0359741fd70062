using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LogTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => Log(Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } })), [1, 3], -0.6931471805599453, 0.0, 0.6931471805599453),
        Close("as a method", () => Tensor.From([0.5, 1.0, 2.0]).Log(), [3], -0.6931471805599453, 0.0, 0.6931471805599453),
        Close("a scalar", () => Log(Tensor.Scalar(0.5)), [], -0.6931471805599453),
        Value("nothing", () => Log(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Value("the ends", () => Log(Tensor.From([1.0, 0.0, -1.0, double.PositiveInfinity, double.NaN])), [5], 0, double.NegativeInfinity, double.NaN, double.PositiveInfinity, double.NaN),
        Gradient("elements", x => Log(x[0]), 0.5, 2, [2, 3]),
        Gradient("a scalar", x => Log(x[0]), 0.5, 2, [[]]),
        Gradient("nothing", x => Log(x[0]), 0.5, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
