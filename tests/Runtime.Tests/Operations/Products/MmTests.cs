using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class MmTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("matrices", () => Mm(Counting(2, 3), Counting(3, 2)), [2, 2], 10, 13, 28, 40),
        Value("as a method", () => Counting(1, 2).Mm(Counting(2, 1)), [1, 1], 1),
        Value("transposed matrices", () => Mm(Counting(3, 2).T, Counting(2, 3).T), [2, 2], 10, 28, 13, 40),
        Value("nothing inside", () => Mm(Tensor.Zeros<int>(1, 0), Tensor.Zeros<int>(0, 2)), [1, 2], 0, 0),
        Value("nothing", () => Mm(Tensor.Zeros<int>(0, 3), Tensor.Zeros<int>(3, 2)), [0, 2]),
        Gradient("matrices", x => Mm(x[0], x[1]), -1, 1, [2, 3], [3, 4]),
        Gradient("a matrix with itself", x => Mm(x[0], x[0].T), -1, 1, [[2, 3]]),
        Gradient("nothing inside", x => Mm(x[0], x[1]), -1, 1, [2, 0], [0, 2]),
        Refused("Mm: right (2, 3) does not match (m, p): dimension 0 is 2, not 3; m is 3 from left", () => Mm(Counting(2, 3), Counting(2, 3))),
        Refused("Mm: right (3) does not match (m, p): it has 1 dimension, not 2", () => Mm(Counting(2, 3), Counting(3))),
        Refused("Mm: left (1, 2, 3) does not match (n, m): it has 3 dimensions, not 2", () => Mm(Counting(1, 2, 3), Counting(3, 2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
