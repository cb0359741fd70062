using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class CholeskyTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a matrix", () => Cholesky(Tensor.From(new double[,] { { 4, 2 }, { 2, 10 } })), [2, 2], 2, 0, 1, 3),
        Close("the symmetric part", () => Cholesky(Tensor.From(new double[,] { { 4, 4 }, { 0, 10 } })), [2, 2], 2, 0, 1, 3),
        Value("float", () => Tensor.From(new float[,] { { 9 } }).Cholesky(), [1, 1], 3f),
        Value("a batch", () => Cholesky(Tensor.From([1.0, 4, 9]).Reshape(3, 1, 1)), [3, 1, 1], 1.0, 2, 3),
        Same("L times its transpose", () => GradientCheck.Random(new Shape(2, 7, 7), -1, 1) switch { var x => x.MatMul(x.T) + Tensor.Eye<double>(7) } switch { var a => (Cholesky(a) switch { var l => l.MatMul(l.T) }, a) }),
        Value("no elements", () => Cholesky(Tensor.Zeros<double>(2, 0, 0)), [2, 0, 0]),
        Value("no matrices", () => Cholesky(Tensor.Zeros<double>(0, 2, 2)), [0, 2, 2]),
        FirstGradient("a matrix", x => Cholesky(x[0].MatMul(x[0].T) + Tensor.Eye<double>(3)), -1, 1, [3, 3]),
        FirstGradient("not symmetric", x => Cholesky(x[0] + (4 * Tensor.Eye<double>(3))), -1, 1, [2, 3, 3]),
        FirstGradient("strided", x => Cholesky((x[0] + (4 * Tensor.Eye<double>(3))).T), -1, 1, [3, 3]),
        Refused("Cholesky: a (2, 3) does not match (...b, n, n): dimension 0 is 2, not 3", () => Cholesky(Tensor.Zeros<double>(2, 3))),
        Fails("Cholesky: the matrix a is not positive definite", () => Cholesky(Tensor.From(new double[,] { { 1, 2 }, { 2, 1 } }))),
        Fails("Cholesky: the matrix a[1] is not positive definite", () => Cholesky(Tensor.From([1.0, 0]).Reshape(2, 1, 1))),
        Fails("Cholesky: the matrix a has an element that is not finite", () => Cholesky(Tensor.Full(float.NaN, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
