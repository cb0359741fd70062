using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LogicalXorTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => LogicalXor(Tensor.From([true, true, false, false]), Tensor.From([true, false, true, false])), [4], false, true, true, false),
        Value("a row and a column", () => LogicalXor(Tensor.From(new[,] { { true }, { false } }), Tensor.From([true, false])), [2, 2], false, true, true, false),
        Value("as an operator", () => Tensor.From([true, true, false, false]) ^ Tensor.From([true, false, true, false]), [4], false, true, true, false),
        Value("of comparisons, strided", () => (Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T < 3) ^ (Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T > 1), [2, 2], true, true, false, true),
        Value("many", () => LogicalXor(Tensor.Ones<int>(100).Eq(1), Tensor.Zeros<int>(100).Eq(1)).To<int>().Sum(), [], 100L),
        Value("scalars", () => LogicalXor(Tensor.Scalar(true), Tensor.Scalar(false)), [], true),
        Value("nothing", () => LogicalXor(Tensor.Zeros<bool>(0, 3), Tensor.Zeros<bool>(3)), [0, 3]),
        Refused(
            "LogicalXor: shapes do not broadcast: left (3) and right (2) differ in the last dimension, 3 against 2",
            () => LogicalXor(Tensor.Zeros<bool>(3), Tensor.Zeros<bool>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
