using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Joins;

public sealed class CatTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("rows", () => Cat([Tensor.From(new[,] { { 1, 2 } }), Tensor.From(new[,] { { 3, 4 }, { 5, 6 } })]), [3, 2], 1, 2, 3, 4, 5, 6),
        Value("columns", () => Cat([Tensor.From(new[,] { { 1 }, { 2 } }), Tensor.From(new[,] { { 3, 4 }, { 5, 6 } })], dim: -1), [2, 3], 1, 3, 4, 2, 5, 6),
        Value("a transposed matrix", () => Cat([Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T, Tensor.From(new[,] { { 5, 6 } })]), [3, 2], 1, 3, 2, 4, 5, 6),
        Value("one alone", () => Cat([Tensor.From([1, 2])]), [2], 1, 2),
        Value("a sequence", () => Cat(new List<Tensor<int>> { Tensor.From([1]), Tensor.From([2]) }), [2], 1, 2),
        Value("an empty one", () => Cat([Tensor.Zeros<int>(0, 2), Tensor.From(new[,] { { 1, 2 } })]), [1, 2], 1, 2),
        Value("nothing", () => Cat([Tensor.Zeros<int>(0, 3), Tensor.Zeros<int>(0, 2)], 1), [0, 5]),
        Gradient("rows", x => Cat([x[0], x[1]]) * x[2], -1, 1, [1, 2], [2, 2], [3, 2]),
        Gradient("columns, one twice", x => Cat([x[0], x[1], x[0]], 1) * x[2], -1, 1, [2, 1], [2, 2], [2, 4]),
        Gradient("an empty one", x => Cat([x[0], x[1]]) * x[2], -1, 1, [0, 2], [2, 2], [2, 2]),
        Refused(
            "Cat: the tensors differ in dimension 1, 3 against 4: tensors[0] (2, 3) and tensors[1] (2, 4)",
            () => Cat([Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(2, 4)])),
        Refused(
            "Cat: the tensors have different numbers of dimensions: tensors[0] (2, 3) and tensors[1] (3, 2, 3)",
            () => Cat([Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(3, 2, 3)])),
        Refused("Cat: axis 2 is out of range for tensors[0] (2, 3), which has 2 dimensions", () => Cat([Tensor.Zeros<float>(2, 3)], 2)),
        Refused("Cat: tensors[0] () is a scalar and has no dimension to join along", () => Cat([Tensor.Scalar(1f)])),
        Refused("Cat: tensors is an empty list; at least one tensor is needed", () => Cat<float>([])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
