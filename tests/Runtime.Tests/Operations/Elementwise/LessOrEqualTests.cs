using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LessOrEqualTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("doubles, and NaN", () => Tensor.From([1.0, 2.0, 3.0, double.NaN]) <= Tensor.From([2.0, 2.0, 2.0, double.NaN]), [4], true, true, false, false),
        Value("a number", () => Tensor.From([1f, 2f, 3f]) <= 2f, [3], true, true, false),
        Value("a number on the left", () => 2.0 <= Tensor.From([3.0, 2.0, 1.0]), [3], true, true, false),
        Value("integers", () => Tensor.From([1, 2, 3]) <= Tensor.From([2]), [3], true, true, false),
        Value("a row and a column", () => Tensor.From(new double[,] { { 1 }, { 2 } }) <= Tensor.From([1.0, 2.0]), [2, 2], true, true, false, true),
        Value("scalars", () => Tensor.Scalar(1) <= Tensor.Scalar(1), [], true),
        Value("nothing", () => Tensor.Zeros<float>(0, 3) <= Tensor.Zeros<float>(3), [0, 3]),
        Refused(
            "LessOrEqual: shapes do not broadcast: left (2) and right (3) differ in the last dimension, 2 against 3",
            () => Tensor.Zeros<float>(2) <= Tensor.Zeros<float>(3)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
