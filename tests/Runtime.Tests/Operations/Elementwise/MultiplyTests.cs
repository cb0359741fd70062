using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class MultiplyTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs of elements", () => Tensor.From([6.0, 8.0]) * Tensor.From([3.0, 2.0]), [2], 18, 16),
        Value("scalars", () => Tensor.Scalar(6.0) * Tensor.Scalar(3.0), [], 18),
        Value("a row and a column", () => Tensor.From(new double[,] { { 6 }, { 8 } }) * Tensor.From([1.0, 2.0]), [2, 2], 6, 12, 8, 16),
        Value("a number on the right", () => Tensor.From([6.0, 8.0]) * 2.0, [2], 12, 16),
        Value("a number on the left", () => 2.0 * Tensor.From([4.0, 1.0]), [2], 8, 2),
        Value("nothing", () => Tensor.Zeros<double>(0, 3) * Tensor.Ones<double>(3), [0, 3]),
        Value("nothing against a dimension of one", () => Tensor.Zeros<double>(2, 0) * Tensor.Ones<double>(2, 1), [2, 0]),
        Value("longs", () => Tensor.From([3L, -4L]) * 5L, [2], 15L, -20L),
        Gradient("vectors", x => x[0] * x[1], -2, 2, [5], [5]),
        Gradient("scalars", x => x[0] * x[1], -2, 2, [], []),
        Gradient("broadcast rows", x => x[0] * x[1], -2, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => x[0] * x[1], -2, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => x[0] * x[1], -2, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("the same operand twice", x => x[0] * x[0], -2, 2, [4]),
        Gradient("nothing", x => x[0] * x[1], -2, 2, [0, 3], [3]),
        Refused(
            "Multiply: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => Tensor.Zeros<float>(3, 5) * Tensor.Zeros<float>(3, 4)),
        Refused(
            "Multiply: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Tensor.Zeros<float>(2, 3) * Tensor.Zeros<float>(4, 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
