using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class DotTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("vectors", () => Dot(Counting(3), Counting(3)), [], 5),
        Value("as a method", () => Counting(2).Dot(Counting(2)), [], 1),
        Value("a row and a column", () => Dot(Counting(2, 3)[1], Counting(3, 2)[.., 0]), [], 28),
        Value("nothing", () => Dot(Tensor.Zeros<float>(0), Tensor.Zeros<float>(0)), [], 0f),
        Value("infinity times 0", () => Dot(Tensor.From([double.PositiveInfinity]), Tensor.From([0.0])), [], double.NaN),
        Gradient("vectors", x => Dot(x[0], x[1]), -1, 1, [4], [4]),
        Gradient("with itself", x => Dot(x[0], x[0]), -1, 1, [[4]]),
        Gradient("nothing", x => Dot(x[0], x[1]), -1, 1, [0], [0]),
        Refused("Dot: right (4) does not match (n): dimension 0 is 4, not 3; n is 3 from left", () => Dot(Counting(3), Counting(4))),
        Refused("Dot: left (1, 3) does not match (n): it has 2 dimensions, not 1", () => Dot(Counting(1, 3), Counting(3))),
        Refused("Dot: right () does not match (n): it has 0 dimensions, not 1", () => Dot(Counting(1), Tensor.Scalar(1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
