using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class SvdTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("singular values", () => Svd(Tensor.From(new double[,] { { 0, 2 }, { -3, 0 } })).S, [2], 3, 2),
        Value("float", () => Svd(Tensor.From(new float[,] { { -4 } })).S, [1], 4f),
        Same("the product of a tall matrix", () => Product(GradientCheck.Random(new Shape(2, 5, 3), -1, 1))),
        Same("the product of a wide matrix", () => Product(GradientCheck.Random(new Shape(3, 5), -1, 1))),
        Same("the product of a transposed matrix", () => Product(GradientCheck.Random(new Shape(4, 4), -1, 1).T)),
        Same("the product of a matrix of rank one", () => Product(Tensor.Ones<double>(4, 3))),
        Same("the columns of U are orthonormal", () => (Svd(Tensor.Zeros<double>(4, 3)).U switch { var u => u.T.MatMul(u) }, Tensor.Eye<double>(3))),
        Same("the columns of V are orthonormal", () => (Svd(GradientCheck.Random(new Shape(2, 3, 5), -1, 1)).V switch { var v => v.T.MatMul(v) }, Tensor.Eye<double>(3).Expand(2, 3, 3))),
        Close("very large", () => Svd(Tensor.From(new double[,] { { 0, 2e200 }, { -3e200, 0 } })).S, [2], 3e200, 2e200),
        Value("no columns", () => Svd(Tensor.Zeros<double>(3, 0)).U, [3, 0]),
        Value("no rows", () => Svd(Tensor.Zeros<double>(0, 3)).V, [3, 0]),
        Value("no matrices", () => Svd(Tensor.Zeros<double>(0, 2, 3)).S, [0, 2]),
        FirstGradient("singular values", x => Svd(x[0]).S, -2, 2, [2, 3, 4]),
        FirstGradient("U of a square matrix", x => Square(Svd(x[0]).U), -2, 2, [3, 3]),
        FirstGradient("U of a tall matrix", x => Square(Svd(x[0]).U), -2, 2, [4, 2]),
        FirstGradient("V of a tall matrix", x => Square(Svd(x[0]).V), -2, 2, [4, 2]),
        FirstGradient("V of a wide matrix", x => Square(Svd(x[0]).V), -2, 2, [2, 2, 4]),
        FirstGradient("all three", x => Svd(x[0]) switch { var (u, s, v) => (u * Tanh(s)).MatMul(v.T) }, -2, 2, [3, 4]),
        FirstGradient("no columns", x => Svd(x[0]).S, -1, 1, [3, 0]),
        GradientClose("equal singular values", a => Svd(a).S, Tensor.Eye<double>(2), 1, 0, 0, 1),
        HasNoGradient("Svd: the matrix a has the equal singular values 0 and 1, where the singular vectors have no derivative", a => Svd(a).U, Tensor.Eye<double>(2)),
        HasNoGradient("Svd: the matrix a has a singular value 0 that is 0, where the singular vectors have no derivative", a => Svd(a).U, Tensor.Zeros<double>(2, 1)),
        Refused("Svd: a (3) does not match (...b, m, n): it has 1 dimension, not at least 2", () => Svd(Tensor.Zeros<double>(3))),
        Fails("Svd: the matrix a[1] has an element that is not finite", () => Svd(Tensor.From([1.0, double.NaN]).Reshape(2, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static (Tensor<double> Actual, Tensor<double> Expected) Product(Tensor<double> a)
    {
        (Tensor<double> u, Tensor<double> s, Tensor<double> v) = Svd(a);
        return ((u * s.Unsqueeze(-2)).MatMul(v.T), a);
    }
}
