using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class NegateTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("elements", () => -Tensor.From(new double[,] { { 0.5, 1.0, 2.0 } }), [1, 3], -0.5, -1.0, -2.0),
        Close("a scalar", () => -Tensor.Scalar(0.5), [], -0.5),
        Value("nothing", () => -Tensor.Zeros<float>(2, 0, 3), [2, 0, 3]),
        Value("zeros change sign", () => 1f / -Tensor.From([0f, -0f]), [2], float.NegativeInfinity, float.PositiveInfinity),
        Value("integers", () => -Tensor.From([1, int.MinValue]), [2], -1, int.MinValue),
        Gradient("elements", x => -x[0], -2, 2, [2, 3]),
        Gradient("a scalar", x => -x[0], -2, 2, [[]]),
        Gradient("nothing", x => -x[0], -2, 2, [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
