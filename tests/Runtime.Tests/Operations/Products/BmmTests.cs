using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class BmmTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("batches", () => Bmm(Counting(2, 1, 2), Counting(2, 2, 1)), [2, 1, 1], 1, 13),
        Value("as a method", () => Counting(1, 1, 2).Bmm(Counting(1, 2, 1)), [1, 1, 1], 1),
        Value("transposed matrices", () => Bmm(Counting(2, 2, 1).Transpose(1, 2), Counting(2, 2, 1)), [2, 1, 1], 1, 13),
        Value("an expanded batch", () => Bmm(Counting(1, 1, 2).Expand(2, 1, 2), Counting(2, 2, 1)), [2, 1, 1], 1, 3),
        Value("nothing inside", () => Bmm(Tensor.Zeros<int>(1, 1, 0), Tensor.Zeros<int>(1, 0, 2)), [1, 1, 2], 0, 0),
        Value("an empty batch", () => Bmm(Tensor.Zeros<int>(0, 1, 2), Tensor.Zeros<int>(0, 2, 3)), [0, 1, 3]),
        Gradient("batches", x => Bmm(x[0], x[1]), -1, 1, [2, 2, 3], [2, 3, 2]),
        Gradient("a batch with itself", x => Bmm(x[0], x[0].Transpose(1, 2)), -1, 1, [[2, 2, 3]]),
        Gradient("an empty batch", x => Bmm(x[0], x[1]), -1, 1, [0, 2, 3], [0, 3, 2]),
        Refused("Bmm: right (3, 2, 1) does not match (b, m, p): dimension 0 is 3, not 2; b is 2 from left", () => Bmm(Counting(2, 1, 2), Counting(3, 2, 1))),
        Refused("Bmm: right (1, 2, 1) does not match (b, m, p): dimension 0 is 1, not 2; b is 2 from left", () => Bmm(Counting(2, 1, 2), Counting(1, 2, 1))),
        Refused("Bmm: right (2, 3, 1) does not match (b, m, p): dimension 1 is 3, not 2; m is 2 from left", () => Bmm(Counting(2, 1, 2), Counting(2, 3, 1))),
        Refused("Bmm: right (2, 1) does not match (b, m, p): it has 2 dimensions, not 3", () => Bmm(Counting(2, 1, 2), Counting(2, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
