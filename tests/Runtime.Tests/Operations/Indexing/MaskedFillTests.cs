using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class MaskedFillTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => MaskedFill(Tensor.From([1, 2]), Tensor.From([true, false]), 7), [2], 7, 2),
        Value("a mask of rows", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).MaskedFill(Tensor.From(new[,] { { true }, { false } }), 0), [2, 2], 0, 0, 3, 4),
        Value("a larger mask", () => MaskedFill(Tensor.Scalar(1f), Tensor.From([true, false]), -1f), [2], -1, 1),
        Value("a transposed matrix", () => MaskedFill(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T, Tensor.From([false, true]), 0), [2, 2], 1, 0, 2, 0),
        Value("scalars", () => MaskedFill(Tensor.Scalar(1L), Tensor.Scalar(true), 2L), [], 2L),
        Value("nothing", () => MaskedFill(Tensor.Zeros<float>(0, 3), Tensor.Zeros<bool>(3), 1), [0, 3]),
        Value("NaN that is filled", () => MaskedFill(Tensor.From([double.NaN]), Tensor.From([true]), 1), [1], 1),
        Gradient("a vector", x => MaskedFill(x[0], Tensor.From([true, false, true]), 0.5) * x[1], -1, 1, [3], [3]),
        Gradient("a larger mask", x => MaskedFill(x[0], Tensor.From(new[,] { { true, false, false }, { false, true, false } }), 0.5) * x[1], -1, 1, [3], [2, 3]),
        GradientValue("what is filled gets none", x => MaskedFill(x, Tensor.From([true, false]), double.NaN), [1, 2], 0, 1),
        Refused(
            "MaskedFill: shapes do not broadcast: x (2) and mask (3) differ in the last dimension, 2 against 3",
            () => MaskedFill(Tensor.Zeros<float>(2), Tensor.Zeros<bool>(3), 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
