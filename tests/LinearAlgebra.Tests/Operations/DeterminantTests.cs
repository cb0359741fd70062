using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class DeterminantTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a matrix", () => Determinant(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } })), [], -2),
        Close("three rows", () => Tensor.From(new double[,] { { 0, 1, 2 }, { 3, 0, 4 }, { 5, 6, 0 } }).Determinant(), [], 56),
        Value("float", () => Determinant(Tensor.From(new float[,] { { 2, 0 }, { 0, -4 } })), [], -8f),
        Value("singular", () => Determinant(Tensor.From(new double[,] { { 1, 2 }, { 2, 4 } })), [], 0.0),
        Value("one element", () => Determinant(Tensor.From(new double[,] { { -4 } })), [], -4.0),
        Value("a batch", () => Determinant(Tensor.From([2.0, 4, 5]).Reshape(3, 1, 1)), [3], 2.0, 4, 5),
        Close("strided", () => Determinant(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } }).T), [], -2),
        Value("no elements", () => Determinant(Tensor.Zeros<double>(2, 0, 0)), [2], 1.0, 1),
        Value("no matrices", () => Determinant(Tensor.Zeros<double>(0, 2, 2)), [0]),
        Gradient("a matrix", x => Determinant(x[0]), -2, 2, [3, 3]),
        Gradient("a batch", x => Determinant(x[0]), -2, 2, [2, 4, 4]),
        new("a product of a row and a column", () => GradientCheck.RunAlsoStrided(
            x => Determinant(x[0] * x[1]), GradientCheck.Random(new Shape([2, 1]), -2, 2, seed: 1), GradientCheck.Random(new Shape([1, 2]), -2, 2, seed: 2))),
        GradientClose("singular: the cofactors", Determinant, Tensor.From(new double[,] { { 1, 2 }, { 2, 4 } }), 4, -2, -2, 1),
        GradientClose("of rank one in three dimensions", Determinant, Tensor.Ones<double>(3, 3), 0, 0, 0, 0, 0, 0, 0, 0, 0),
        GradientClose("one element", Determinant, Tensor.Zeros<double>(1, 1), 1),
        Refused("Determinant: a (2, 3) does not match (...b, n, n): dimension 0 is 2, not 3", () => Determinant(Tensor.Zeros<double>(2, 3))),
        Fails("Determinant: the matrix a has an element that is not finite", () => Determinant(Tensor.Full(double.PositiveInfinity, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
