using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Joins;

public sealed class StackTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("in front", () => Stack([Tensor.From([1, 2]), Tensor.From([3, 4])]), [2, 2], 1, 2, 3, 4),
        Value("at the end", () => Stack([Tensor.From([1, 2]), Tensor.From([3, 4])], dim: -1), [2, 2], 1, 3, 2, 4),
        Value("between", () => Stack([Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T, Tensor.Zeros<int>(2, 2)], 1), [2, 2, 2], 1, 3, 0, 0, 2, 4, 0, 0),
        Value("scalars", () => Stack([Tensor.Scalar(1), Tensor.Scalar(2), Tensor.Scalar(3)]), [3], 1, 2, 3),
        Value("a sequence", () => Stack(new List<Tensor<int>> { Tensor.From([1]), Tensor.From([2]) }), [2, 1], 1, 2),
        Value("nothing", () => Stack([Tensor.Zeros<int>(0), Tensor.Zeros<int>(0)], 1), [0, 2]),
        Gradient("in front", x => Stack([x[0], x[1]]) * x[2], -1, 1, [3], [3], [2, 3]),
        Gradient("between, one twice", x => Stack([x[0], x[0], x[1]], 1) * x[2], -1, 1, [2, 2], [2, 2], [2, 3, 2]),
        Refused(
            "Stack: the tensors differ in dimension 1, 3 against 4: tensors[0] (2, 3) and tensors[1] (2, 4)",
            () => Stack([Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(2, 4)])),
        Refused("Stack: a new axis cannot stand at 3 in tensors[0] (2, 3), which has 2 dimensions", () => Stack([Tensor.Zeros<float>(2, 3)], 3)),
        Refused("Stack: tensors is an empty list; at least one tensor is needed", () => Stack<float>([])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
