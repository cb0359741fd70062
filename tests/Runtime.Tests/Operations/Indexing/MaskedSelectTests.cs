using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Indexing;

public sealed class MaskedSelectTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => MaskedSelect(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }), Tensor.From(new[,] { { true, false }, { true, true } })), [3], 1, 3, 4),
        Value("a mask of columns", () => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).MaskedSelect(Tensor.From([false, true])), [2], 2, 4),
        Value("a larger mask", () => MaskedSelect(Tensor.Scalar(7), Tensor.From([true, true, false])), [2], 7, 7),
        Value("a transposed matrix", () => MaskedSelect(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T, Tensor.Full(true, 2, 2)), [4], 1, 3, 2, 4),
        Value("scalars", () => MaskedSelect(Tensor.Scalar(1f), Tensor.Scalar(true)), [1], 1f),
        Value("nothing", () => MaskedSelect(Tensor.From([1, 2]), Tensor.From([false, false])), [0]),
        Value("of nothing", () => MaskedSelect(Tensor.Zeros<float>(0, 3), Tensor.Zeros<bool>(3)), [0]),
        Gradient("a matrix", x => MaskedSelect(x[0], Tensor.From(new[,] { { true, false }, { true, true } })) * x[1], -1, 1, [2, 2], [3]),
        Gradient("a larger mask", x => MaskedSelect(x[0], Tensor.From(new[,] { { true, false }, { true, true } })) * x[1], -1, 1, [2], [3]),
        Refused("MaskedSelect: shapes do not broadcast: x (2) and mask (3)", () => MaskedSelect(Tensor.Zeros<float>(2), Tensor.Zeros<bool>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
