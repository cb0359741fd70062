using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class InverseTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a matrix", () => Inverse(Tensor.From(new double[,] { { 1, 2 }, { 3, 5 } })), [2, 2], -5, 2, 3, -1),
        Value("float", () => Inverse(Tensor.From(new float[,] { { 2, 0 }, { 0, -4 } })), [2, 2], 0.5f, 0, 0, -0.25f),
        Close("rows are exchanged", () => Tensor.From(new double[,] { { 0, 2 }, { 4, 0 } }).Inverse(), [2, 2], 0, 0.25, 0.5, 0),
        Close("one element", () => Inverse(Tensor.From(new double[,] { { -4 } })), [1, 1], -0.25),
        Close("a batch", () => Inverse(Tensor.From([2.0, 4, 5]).Reshape(3, 1, 1)), [3, 1, 1], 0.5, 0.25, 0.2),
        Close("strided", () => Inverse(Tensor.From(new double[,] { { 1, 2 }, { 3, 5 } }).T), [2, 2], -5, 3, 2, -1),
        Close("expanded", () => Inverse(Tensor.From(new double[,] { { 2 } }).Expand(2, 1, 1)), [2, 1, 1], 0.5, 0.5),
        Value("no elements", () => Inverse(Tensor.Zeros<double>(2, 0, 0)), [2, 0, 0]),
        Value("no matrices", () => Inverse(Tensor.Zeros<double>(0, 2, 2)), [0, 2, 2]),
        Gradient("a matrix", x => Inverse(x[0]), -2, 2, [3, 3]),
        Gradient("a batch", x => Inverse(x[0] + (3 * Tensor.Eye<double>(2))), -1, 1, [2, 1, 2, 2]),
        Gradient("no elements", x => Inverse(x[0]), -1, 1, [0, 0]),
        Refused("Inverse: a (2, 3) does not match (...b, n, n): dimension 0 is 2, not 3", () => Inverse(Tensor.Zeros<double>(2, 3))),
        Refused("Inverse: a (3) does not match (...b, n, n): it has 1 dimension, not at least 2", () => Inverse(Tensor.Zeros<double>(3))),
        MatrixCase.Fails("Inverse: the matrix a is singular", () => Inverse(Tensor.From(new double[,] { { 1, 2 }, { 2, 4 } }))),
        MatrixCase.Fails("Inverse: the matrix a[1, 0] is singular", () => Inverse(Tensor.From([1f, 0f]).Reshape(2, 1, 1, 1))),
        MatrixCase.Fails("Inverse: the matrix a[1] has an element that is not finite", () => Inverse(Tensor.From([1, double.NaN]).Reshape(2, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void IsTheInverse()
    {
        Tensor<double> a = GradientCheck.Random(new Shape(40, 40), -1, 1);
        double[] product = a.MatMul(Inverse(a)).ToArray();
        for (int i = 0; i < product.Length; i++)
            Assert.Equal(i % 41 == 0 ? 1 : 0, product[i], 1e-10);
    }
}
