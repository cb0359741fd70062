using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class SubtractTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pairs of elements", () => Tensor.From([6.0, 8.0]) - Tensor.From([3.0, 2.0]), [2], 3, 6),
        Value("scalars", () => Tensor.Scalar(6.0) - Tensor.Scalar(3.0), [], 3),
        Value("a row and a column", () => Tensor.From(new double[,] { { 6 }, { 8 } }) - Tensor.From([1.0, 2.0]), [2, 2], 5, 4, 7, 6),
        Value("a number on the right", () => Tensor.From([6.0, 8.0]) - 2.0, [2], 4, 6),
        Value("a number on the left", () => 2.0 - Tensor.From([4.0, 1.0]), [2], -2, 1),
        Value("nothing", () => Tensor.Zeros<double>(0, 3) - Tensor.Ones<double>(3), [0, 3]),
        Value("nothing against a dimension of one", () => Tensor.Zeros<double>(2, 0) - Tensor.Ones<double>(2, 1), [2, 0]),
        Value("bytes", () => Tensor.From(new byte[] { 1, 2 }) - Tensor.From(new byte[] { 1, 3 }), [2], (byte)0, (byte)255),
        Gradient("vectors", x => x[0] - x[1], -2, 2, [5], [5]),
        Gradient("scalars", x => x[0] - x[1], -2, 2, [], []),
        Gradient("broadcast rows", x => x[0] - x[1], -2, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => x[0] - x[1], -2, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => x[0] - x[1], -2, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("the same operand twice", x => x[0] - x[0], -2, 2, [4]),
        Gradient("nothing", x => x[0] - x[1], -2, 2, [0, 3], [3]),
        Refused(
            "Subtract: shapes do not broadcast: left (3, 5) and right (3, 4) differ in the last dimension, 5 against 4",
            () => Tensor.Zeros<float>(3, 5) - Tensor.Zeros<float>(3, 4)),
        Refused(
            "Subtract: shapes do not broadcast: left (2, 3) and right (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Tensor.Zeros<float>(2, 3) - Tensor.Zeros<float>(4, 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
