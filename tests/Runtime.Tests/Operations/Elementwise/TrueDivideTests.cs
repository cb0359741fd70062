using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class TrueDivideTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs of elements", () => TrueDivide<int, double>(Tensor.From([7, -7, 6]), Tensor.From([2, 2, 4])), [3], 3.5, -3.5, 1.5),
        Value("as a method", () => Tensor.From([7, -7]).TrueDivide(Tensor.From([2, 4])), [2], 3.5f, -1.75f),
        Value("by a number", () => Tensor.From([7L, -7L]).TrueDivide(2), [2], 3.5f, -3.5f),
        Value("a row and a column", () => TrueDivide<int, double>(Tensor.From(new[,] { { 6 }, { 8 } }), Tensor.From([4, 1])), [2, 2], 1.5, 6, 2, 8),
        Value("strided", () => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T.TrueDivide(Tensor.From(new[,] { { 2, 4 }, { 2, 4 } }).T), [2, 2], 0.5f, 1.5f, 0.5f, 1f),
        Value("scalars", () => TrueDivide<long, float>(Tensor.Scalar(1L), Tensor.Scalar(4L)), [], 0.25f),
        Value("by zero", () => TrueDivide<int, double>(Tensor.From([1, -1, 0]), Tensor.Scalar(0)), [3], double.PositiveInfinity, double.NegativeInfinity, double.NaN),
        Value("nothing", () => Tensor.Zeros<int>(0, 3).TrueDivide(2), [0, 3]),
        Refused(
            "TrueDivide: shapes do not broadcast: left (3) and right (2) differ in the last dimension, 3 against 2",
            () => TrueDivide<int, float>(Tensor.Zeros<int>(3), Tensor.Zeros<int>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
