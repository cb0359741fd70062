using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LogicalAndTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => LogicalAnd(Tensor.From([true, true, false, false]), Tensor.From([true, false, true, false])), [4], true, false, false, false),
        Value("a row and a column", () => LogicalAnd(Tensor.From(new[,] { { true }, { false } }), Tensor.From([true, false])), [2, 2], true, false, false, false),
        Value("as an operator", () => Tensor.From([true, true, false, false]) & Tensor.From([true, false, true, false]), [4], true, false, false, false),
        Value("of comparisons, strided", () => (Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T < 3) & (Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T > 1), [2, 2], false, false, true, false),
        Value("many", () => LogicalAnd(Tensor.Ones<int>(100).Eq(1), Tensor.Zeros<int>(100).Eq(1)).To<int>().Sum(), [], 0L),
        Value("scalars", () => LogicalAnd(Tensor.Scalar(true), Tensor.Scalar(false)), [], false),
        Value("nothing", () => LogicalAnd(Tensor.Zeros<bool>(0, 3), Tensor.Zeros<bool>(3)), [0, 3]),
        Refused(
            "LogicalAnd: shapes do not broadcast: left (3) and right (2) differ in the last dimension, 3 against 2",
            () => LogicalAnd(Tensor.Zeros<bool>(3), Tensor.Zeros<bool>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
