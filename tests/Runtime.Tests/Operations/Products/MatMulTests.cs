using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class MatMulTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("matrices", () => MatMul(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }), Tensor.From(new[,] { { 5.0, 6.0 }, { 7.0, 8.0 } })), [2, 2], 19, 22, 43, 50),
        Value("of ints", () => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).MatMul(Tensor.From(new[,] { { 5 }, { 7 } })), [2, 1], 19, 43),
        Value("a vector on the left", () => MatMul(Tensor.From([1.0, 2.0]), Tensor.From(new[,] { { 5.0, 6.0 }, { 7.0, 8.0 } })), [2], 19, 22),
        Value("a vector on the right", () => MatMul(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }), Tensor.From([5.0, 7.0])), [2], 19, 43),
        Value("two vectors", () => MatMul(Tensor.From([1.0, 2.0]), Tensor.From([5.0, 7.0])), [], 19),
        Value("a transposed operand", () => MatMul(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).T, Tensor.From([1.0, 1.0])), [2], 4, 6),
        Value("a batch against a matrix", () => MatMul(Tensor.Arange<double>(8).Reshape(2, 2, 2), Tensor.From(new[,] { { 1.0 }, { 1.0 } })), [2, 2, 1], 1, 5, 9, 13),
        Value("a matrix against a batch", () => MatMul(Tensor.From(new[,] { { 1.0, 1.0 } }), Tensor.Arange<double>(8).Reshape(2, 2, 2)), [2, 1, 2], 2, 4, 10, 12),
        Value("batches broadcast", () => MatMul(Tensor.Arange<double>(2).Reshape(2, 1, 1, 1), Tensor.Arange<double>(3).Reshape(3, 1, 1)), [2, 3, 1, 1], 0, 0, 0, 0, 1, 2),
        Value("an expanded batch", () => MatMul(Tensor.From(new[,] { { 1.0, 1.0 } }).Expand(2, 1, 2), Tensor.Arange<double>(8).Reshape(2, 2, 2)), [2, 1, 2], 2, 4, 10, 12),
        Value("nothing inside", () => MatMul(Tensor.Zeros<float>(2, 0), Tensor.Zeros<float>(0, 1)), [2, 1], 0f, 0f),
        Value("nothing", () => MatMul(Tensor.Zeros<float>(0, 2, 3), Tensor.Zeros<float>(3, 2)), [0, 2, 2]),
        Gradient("matrices", x => MatMul(x[0], x[1]), -1, 1, [2, 3], [3, 4]),
        Gradient("a transposed operand", x => MatMul(x[0], x[1].T), -1, 1, [2, 3], [4, 3]),
        Gradient("a vector on the left", x => MatMul(x[0], x[1]), -1, 1, [3], [3, 2]),
        Gradient("a vector on the right", x => MatMul(x[0], x[1]), -1, 1, [2, 3], [3]),
        Gradient("two vectors", x => MatMul(x[0], x[1]), -1, 1, [3], [3]),
        Gradient("a vector against a batch", x => MatMul(x[0], x[1]), -1, 1, [3], [2, 3, 2]),
        Gradient("a batch against a vector", x => MatMul(x[0], x[1]), -1, 1, [2, 2, 3], [3]),
        Gradient("a batch against a matrix", x => MatMul(x[0], x[1]), -1, 1, [2, 2, 3], [3, 2]),
        Gradient("a matrix against a batch", x => MatMul(x[0], x[1]), -1, 1, [2, 3], [2, 3, 2]),
        Gradient("batches", x => MatMul(x[0], x[1]), -1, 1, [2, 2, 3], [2, 3, 2]),
        Gradient("batches broadcast both ways", x => MatMul(x[0], x[1]), -1, 1, [2, 1, 2, 3], [3, 3, 2]),
        Gradient("outer batches broadcast", x => MatMul(x[0], x[1]), -1, 1, [2, 2, 2, 1], [1, 2, 1, 2]),
        Gradient("an expanded cotangent", x => Sum(MatMul(x[0], x[1])), -1, 1, [2, 3], [3, 2]),
        Gradient("nothing inside", x => MatMul(x[0], x[1]), -1, 1, [2, 0], [0, 2]),
        Gradient("an empty batch", x => MatMul(x[0], x[1]), -1, 1, [0, 2, 3], [3, 2]),
        Refused(
            "MatMul: inner dimensions differ: left (2, 3) ends in 3, right (4, 5) begins with 4",
            () => MatMul(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 5))),
        Refused(
            "MatMul: inner dimensions differ: left (3) ends in 3, right (4) begins with 4",
            () => MatMul(Tensor.Zeros<float>(3), Tensor.Zeros<float>(4))),
        Refused(
            "MatMul: inner dimensions differ: left (4, 2, 3) ends in 3, right (4, 2, 3) has in its last but one place 2",
            () => MatMul(Tensor.Zeros<float>(4, 2, 3), Tensor.Zeros<float>(4, 2, 3))),
        Refused(
            "MatMul: batch dimensions do not broadcast: left (2, 2, 3) and right (3, 3, 2) differ in dimension 3 from the right, 2 against 3",
            () => MatMul(Tensor.Zeros<float>(2, 2, 3), Tensor.Zeros<float>(3, 3, 2))),
        Refused(
            "MatMul: left () is a scalar; a matrix product needs at least one dimension",
            () => MatMul(Tensor.Scalar(1f), Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
