using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class QrTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("Q", () => Qr(Tensor.From(new double[,] { { 3, 1 }, { 4, 2 } })).Q, [2, 2], 0.6, -0.8, 0.8, 0.6),
        Close("R", () => Qr(Tensor.From(new double[,] { { 3, 1 }, { 4, 2 } })).R, [2, 2], 5, 2.2, 0, 0.4),
        Close("the diagonal of R is positive", () => Qr(Tensor.From(new double[,] { { -2, 1 }, { 0, -3 } })).R, [2, 2], 2, -1, 0, 3),
        Value("float", () => Qr(Tensor.From(new float[,] { { -4 } })).Q, [1, 1], -1f),
        Same("Q times R of a tall matrix", () => GradientCheck.Random(new Shape(2, 5, 3), -1, 1) switch { var a => (Qr(a) switch { var (q, r) => q.MatMul(r) }, a) }),
        Same("Q times R of a wide matrix", () => GradientCheck.Random(new Shape(3, 5), -1, 1) switch { var a => (a.Qr() switch { var (q, r) => q.MatMul(r) }, a) }),
        Same("the columns of Q are orthonormal", () => (Qr(GradientCheck.Random(new Shape(3, 5), -1, 1).T).Q switch { var q => q.T.MatMul(q) }, Tensor.Eye<double>(3))),
        Same("also of a matrix of zeros", () => (Qr(Tensor.Zeros<double>(4, 2)).Q switch { var q => q.T.MatMul(q) }, Tensor.Eye<double>(2))),
        Same("very large", () => (Qr(1e200 * Tensor.From(new double[,] { { 3, 1 }, { 4, 2 } })).R * 1e-200, Tensor.From(new double[,] { { 5, 2.2 }, { 0, 0.4 } }))),
        Value("no columns", () => Qr(Tensor.Zeros<double>(3, 0)).Q, [3, 0]),
        Value("no rows", () => Qr(Tensor.Zeros<double>(0, 3)).R, [0, 3]),
        Value("no matrices", () => Qr(Tensor.Zeros<double>(0, 2, 3)).R, [0, 2, 3]),
        FirstGradient("Q of a square matrix", x => Qr(x[0]).Q, -2, 2, [3, 3]),
        FirstGradient("R of a square matrix", x => Qr(x[0]).R, -2, 2, [3, 3]),
        FirstGradient("Q and R of a tall matrix", x => Qr(x[0]) switch { var (q, r) => Square(q).MatMul(r) }, -2, 2, [2, 4, 2]),
        FirstGradient("Q and R of a wide matrix", x => Qr(x[0]) switch { var (q, r) => Square(q).MatMul(r) }, -2, 2, [2, 4]),
        FirstGradient("R of a wide matrix", x => Qr(x[0]).R, -2, 2, [2, 2, 3]),
        FirstGradient("no columns", x => Qr(x[0]).R, -1, 1, [3, 0]),
        HasNoGradient("Qr: the matrix a has a column 0 that depends on those before, where the decomposition has no derivative", a => Qr(a).R, Tensor.Zeros<double>(2, 2)),
        Refused("Qr: a (3) does not match (...b, m, n): it has 1 dimension, not at least 2", () => Qr(Tensor.Zeros<double>(3))),
        Fails("Qr: the matrix a[1] has an element that is not finite", () => Qr(Tensor.From([1.0, double.NaN]).Reshape(2, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
