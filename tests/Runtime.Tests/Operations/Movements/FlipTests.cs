using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class FlipTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => Flip(Counting(3), 0), [3], 2, 1, 0),
        Value("rows", () => Counting(2, 3).Flip(0), [2, 3], 3, 4, 5, 0, 1, 2),
        Value("both", () => Flip(Counting(2, 3), 0, -1), [2, 3], 5, 4, 3, 2, 1, 0),
        Value("the middle", () => Flip(Counting(2, 2, 2), 1), [2, 2, 2], 2, 3, 0, 1, 6, 7, 4, 5),
        Value("nothing said", () => Flip(Counting(2)), [2], 0, 1),
        Value("a transposed matrix", () => Flip(Counting(2, 2).T, 1), [2, 2], 2, 0, 3, 1),
        Value("a scalar", () => Flip(Tensor.Scalar(7), 0), [], 7),
        Value("nothing", () => Flip(Tensor.Zeros<float>(2, 0), 0, 1), [2, 0]),
        Value("truth values", () => Flip(Tensor.From([true, false]), 0), [2], false, true),
        Gradient("the last", x => Flip(x[0], -1) * x[1], -1, 1, [2, 3], [2, 3]),
        Gradient("two of three", x => Flip(x[0], 0, 2) * x[1], -1, 1, [2, 3, 2], [2, 3, 2]),
        Gradient("a scalar", x => Flip(x[0]) * x[1], -1, 1, [], []),
        Refused("Flip: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Flip(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Flip: axis 1 of x (2, 3) is given twice", () => Flip(Tensor.Zeros<float>(2, 3), 1, -1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
