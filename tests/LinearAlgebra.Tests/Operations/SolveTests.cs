using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class SolveTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("one right side", () => Solve(Tensor.From(new double[,] { { 2, 1 }, { 1, 3 } }), Tensor.From(new double[,] { { 3 }, { 4 } })), [2, 1], 1, 1),
        Close("two right sides", () => Tensor.From(new double[,] { { 2, 0 }, { 0, 4 } }).Solve(Tensor.From(new double[,] { { 2, 4 }, { 4, 8 } })), [2, 2], 1, 2, 1, 2),
        Value("float", () => Solve(Tensor.From(new float[,] { { 4 } }), Tensor.From(new float[,] { { 2 } })), [1, 1], 0.5f),
        Value("one matrix, many right sides", () => Solve(Tensor.From(new double[,] { { 2 } }), Tensor.From([2.0, 4, 6]).Reshape(3, 1, 1)), [3, 1, 1], 1.0, 2, 3),
        Value("many matrices, one right side", () => Solve(Tensor.From([1.0, 2, 4]).Reshape(3, 1, 1), Tensor.From(new double[,] { { 4 } })), [3, 1, 1], 4.0, 2, 1),
        Value("both broadcast", () => Solve(Tensor.From([1.0, 2]).Reshape(2, 1, 1, 1), Tensor.From([4.0, 6]).Reshape(2, 1, 1)), [2, 2, 1, 1], 4.0, 6, 2, 3),
        Same("A times the solution", () => (GradientCheck.Random(new Shape(2, 6, 6), -1, 1), GradientCheck.Random(new Shape(2, 6, 3), -1, 1)) switch { var (a, b) => (a.T.MatMul(Solve(a.T, b)), b) }),
        Value("no right sides", () => Solve(Tensor.Eye<double>(2), Tensor.Zeros<double>(2, 0)), [2, 0]),
        Value("no elements", () => Solve(Tensor.Zeros<double>(0, 0), Tensor.Zeros<double>(0, 3)), [0, 3]),
        Value("no matrices", () => Solve(Tensor.Zeros<double>(0, 2, 2), Tensor.Zeros<double>(2, 3)), [0, 2, 3]),
        FirstGradient("a matrix", x => Solve(x[0], x[1]), -2, 2, [3, 3], [3, 2]),
        FirstGradient("one matrix, many right sides", x => Solve(x[0], x[1]), -2, 2, [2, 2], [3, 2, 1]),
        FirstGradient("many matrices, one right side", x => Solve(x[0] + (3 * Tensor.Eye<double>(2)), x[1]), -1, 1, [2, 3, 2, 2], [2, 1]),
        FirstGradient("both broadcast", x => Solve(x[0] + (3 * Tensor.Eye<double>(2)), x[1]), -1, 1, [2, 1, 2, 2], [3, 2, 2]),
        FirstGradient("no matrices", x => Solve(x[0], x[1]), -1, 1, [0, 2, 2], [2, 1]),
        Refused("Solve: b (3, 1) does not match (...d, n, k): dimension 0 is 3, not 2; n is 2 from a", () => Solve(Tensor.Eye<double>(2), Tensor.Zeros<double>(3, 1))),
        Refused("Solve: b (2) does not match (...d, n, k): it has 1 dimension, not at least 2", () => Solve(Tensor.Eye<double>(2), Tensor.Zeros<double>(2))),
        Refused("Solve: batch dimensions do not broadcast: a (2, 1, 1) and b (3, 1, 1) differ in dimension 3 from the right, 2 against 3", () => Solve(Tensor.Zeros<double>(2, 1, 1), Tensor.Zeros<double>(3, 1, 1))),
        Fails("Solve: the matrix a[1] is singular", () => Solve(Tensor.From([1.0, 0]).Reshape(2, 1, 1), Tensor.Ones<double>(1, 1))),
        Fails("Solve: the matrix b has an element that is not finite", () => Solve(Tensor.Eye<double>(1), Tensor.Full(double.NaN, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
