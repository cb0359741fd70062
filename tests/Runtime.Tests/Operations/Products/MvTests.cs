using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class MvTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix and a vector", () => Mv(Counting(2, 3), Counting(3)), [2], 5, 14),
        Value("as a method", () => Counting(2, 3).Mv(Counting(3)), [2], 5, 14),
        Value("a transposed matrix", () => Mv(Counting(3, 2).T, Counting(3)), [2], 10, 13),
        Value("nothing inside", () => Mv(Tensor.Zeros<int>(2, 0), Tensor.Zeros<int>(0)), [2], 0, 0),
        Value("nothing", () => Mv(Tensor.Zeros<int>(0, 2), Tensor.Zeros<int>(2)), [0]),
        Gradient("a matrix and a vector", x => Mv(x[0], x[1]), -1, 1, [2, 3], [3]),
        Gradient("nothing inside", x => Mv(x[0], x[1]), -1, 1, [2, 0], [0]),
        Refused("Mv: right (2) does not match (m): dimension 0 is 2, not 3; m is 3 from left", () => Mv(Counting(2, 3), Counting(2))),
        Refused("Mv: left (3) does not match (n, m): it has 1 dimension, not 2", () => Mv(Counting(3), Counting(3))),
        Refused("Mv: right (3, 1) does not match (m): it has 2 dimensions, not 1", () => Mv(Counting(2, 3), Counting(3, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
