using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class EigenvaluesSymmetricTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("a matrix", () => EigenvaluesSymmetric(Tensor.From(new double[,] { { 2, 1 }, { 1, 2 } })), [2], 1, 3),
        Close("the symmetric part", () => Tensor.From(new double[,] { { 2, 2 }, { 0, 2 } }).EigenvaluesSymmetric(), [2], 1, 3),
        Value("float", () => EigenvaluesSymmetric(Tensor.From(new float[,] { { 3, 0 }, { 0, -1 } })), [2], -1f, 3),
        Close("equal eigenvalues", () => EigenvaluesSymmetric(Tensor.Eye<double>(3)), [3], 1, 1, 1),
        Close("very large", () => EigenvaluesSymmetric(Tensor.From(new double[,] { { 2e200, 1e200 }, { 1e200, 2e200 } })), [2], 1e200, 3e200),
        Close("very small", () => EigenvaluesSymmetric(Tensor.From(new double[,] { { 2e-200, 1e-200 }, { 1e-200, 2e-200 } })) * 1e200, [2], 1, 3),
        Value("a batch", () => EigenvaluesSymmetric(Tensor.From([1.0, -4]).Reshape(2, 1, 1)), [2, 1], 1.0, -4),
        Value("no elements", () => EigenvaluesSymmetric(Tensor.Zeros<double>(2, 0, 0)), [2, 0]),
        Value("no matrices", () => EigenvaluesSymmetric(Tensor.Zeros<double>(0, 2, 2)), [0, 2]),
        FirstGradient("a matrix", x => EigenvaluesSymmetric(x[0]), -2, 2, [3, 3]),
        FirstGradient("a batch", x => EigenvaluesSymmetric(x[0]), -2, 2, [2, 4, 4]),
        Refused("EigenvaluesSymmetric: a (2, 3) does not match (...b, n, n): dimension 0 is 2, not 3", () => EigenvaluesSymmetric(Tensor.Zeros<double>(2, 3))),
        Fails("EigenvaluesSymmetric: the matrix a has an element that is not finite", () => EigenvaluesSymmetric(Tensor.Full(double.NaN, 1, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
