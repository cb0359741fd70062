using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class OuterTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("vectors", () => Outer(Counting(2), Counting(3)), [2, 3], 0, 0, 0, 0, 1, 2),
        Value("as a method", () => Counting(1).Outer(Counting(1)), [1, 1], 0),
        Value("columns", () => Outer(Counting(2, 2)[.., 1], Counting(2, 2)[.., 0]), [2, 2], 0, 2, 0, 6),
        Value("nothing", () => Outer(Counting(2), Tensor.Zeros<int>(0)), [2, 0]),
        Gradient("vectors", x => Outer(x[0], x[1]), -1, 1, [2], [3]),
        Gradient("with itself", x => Outer(x[0], x[0]), -1, 1, [[3]]),
        Gradient("nothing", x => Outer(x[0], x[1]), -1, 1, [0], [2]),
        Refused("Outer: left (2, 3) does not match (n): it has 2 dimensions, not 1", () => Outer(Counting(2, 3), Counting(3))),
        Refused("Outer: right () does not match (m): it has 0 dimensions, not 1", () => Outer(Counting(2), Tensor.Scalar(1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
