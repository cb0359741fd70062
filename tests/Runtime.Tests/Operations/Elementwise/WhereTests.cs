using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class WhereTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => Where(Tensor.From([true, false]), Tensor.From([1.0, 2.0]), Tensor.From([3.0, 4.0])), [2], 1, 4),
        Value("all three broadcast", () => Where(Tensor.From(new[,] { { true }, { false } }), Tensor.From([1, 2, 3]), Tensor.Scalar(0)), [2, 3], 1, 2, 3, 0, 0, 0),
        Value("numbers", () => Where(Tensor.From([true, false]), 1f, -1f), [2], 1f, -1f),
        Value("a number on the left", () => Where(Tensor.From([true, false]), 1f, Tensor.From([5f, 6f])), [2], 1f, 6f),
        Value("a number on the right", () => Where(Tensor.From([true, false]), Tensor.From([5f, 6f]), 1f), [2], 5f, 1f),
        Value("scalars", () => Where(Tensor.Scalar(false), Tensor.Scalar(1L), Tensor.Scalar(2L)), [], 2L),
        Value("nothing", () => Where(Tensor.Zeros<bool>(1, 3), Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(3)), [0, 3]),
        Value("what is not taken is not looked at", () => Where(Tensor.From([true]), Tensor.From([1.0]), Tensor.From([double.NaN])), [1], 1),
        Gradient("elements", x => Where(Tensor.From([true, false, true]), x[0], x[1]), -1, 1, [3], [3]),
        Gradient("broadcast", x => Where(Tensor.From([true, false, true]), x[0], x[1]), -1, 1, [2, 1], [3]),
        Gradient("a scalar", x => Where(Tensor.From(new[,] { { true }, { false } }), x[0], x[1]), -1, 1, [], [2, 3]),
        GradientValue("what is not taken gets none", x => Where(Tensor.From([true, false]), x, double.NaN), [1, 2], 1, 0),
        Refused(
            "Where: shapes do not broadcast: condition (2) and a (3) differ in the last dimension, 2 against 3",
            () => Where(Tensor.Zeros<bool>(2), Tensor.Zeros<float>(3), Tensor.Zeros<float>(3))),
        Refused(
            "Where: shapes do not broadcast: the operands before (2) and b (3) differ in the last dimension, 2 against 3",
            () => Where(Tensor.Zeros<bool>(2), Tensor.Zeros<float>(2), Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
