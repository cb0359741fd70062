using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class RollTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => Roll(Counting(4), 1, 0), [4], 3, 0, 1, 2),
        Value("towards the beginning", () => Roll(Counting(4), -1, 0), [4], 1, 2, 3, 0),
        Value("more than a turn", () => Roll(Counting(4), 9, -1), [4], 3, 0, 1, 2),
        Value("less than a turn backwards", () => Roll(Counting(4), -9, -1), [4], 1, 2, 3, 0),
        Value("two dimensions", () => Counting(2, 3).Roll([1, 1], [0, 1]), [2, 3], 5, 3, 4, 2, 0, 1),
        Value("nothing said", () => Roll(Counting(2), [], []), [2], 0, 1),
        Value("a transposed matrix", () => Roll(Counting(2, 2).T, 1, 0), [2, 2], 1, 3, 0, 2),
        Value("nothing", () => Roll(Tensor.Zeros<float>(0, 3), [1, 1], [0, 1]), [0, 3]),
        Value("the largest shift", () => Roll(Counting(4), int.MaxValue, 0), [4], 1, 2, 3, 0),
        Gradient("two dimensions", x => Roll(x[0], [1, -2], [0, 1]) * x[1], -1, 1, [2, 3], [2, 3]),
        Gradient("the middle", x => Roll(x[0], 1, 1) * x[1], -1, 1, [2, 3, 2], [2, 3, 2]),
        Refused("Roll: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Roll(Tensor.Zeros<float>(2, 3), 1, 2)),
        Refused("Roll: axis 1 of x (2, 3) is given twice", () => Roll(Tensor.Zeros<float>(2, 3), [1, 1], [1, -1])),
        Refused("Roll: shifts has 1 number for the 2 axes of dims", () => Roll(Tensor.Zeros<float>(2, 3), [1], [0, 1])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
