using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class IsNaNTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => IsNaN(Tensor.From([1.0, double.NaN, double.PositiveInfinity])), [3], false, true, false),
        Value("as a method, strided", () => Tensor.From(new[,] { { 1f, float.NaN }, { 2f, 3f } }).T.IsNaN(), [2, 2], false, false, true, false),
        Value("a scalar", () => IsNaN(Tensor.Scalar(float.NaN)), [], true),
        Value("nothing", () => IsNaN(Tensor.Zeros<float>(0, 2)), [0, 2]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
