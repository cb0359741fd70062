using TypedTensors.Tests.Support;
using static TypedTensors.LinearAlgebra;
using static TypedTensors.Tests.Operations.MatrixCase;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations;

public sealed class SlogDetTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("the sign", () => SlogDet(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } })).Sign, [], -1.0),
        Close("the logarithm", () => SlogDet(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } })).LogAbsDet, [], Math.Log(2)),
        Value("singular", () => Tensor.Zeros<double>(2, 2, 2).SlogDet().LogAbsDet, [2], double.NegativeInfinity, double.NegativeInfinity),
        Value("the sign of a singular matrix", () => SlogDet(Tensor.Zeros<float>(2, 2)).Sign, [], 0f),
        Close("larger than a number can be", () => SlogDet(Tensor.Eye<double>(10) * 1e200).LogAbsDet, [], 10 * Math.Log(1e200)),
        Value("no elements", () => SlogDet(Tensor.Zeros<double>(0, 0)).Sign, [], 1.0),
        Value("the logarithm of no elements", () => SlogDet(Tensor.Zeros<double>(0, 0)).LogAbsDet, [], 0.0),
        Value("no matrices", () => SlogDet(Tensor.Zeros<double>(0, 2, 2)).Sign, [0]),
        Gradient("a matrix", x => SlogDet(x[0]).LogAbsDet, -2, 2, [3, 3]),
        Gradient("a batch", x => SlogDet(x[0]).LogAbsDet, -2, 2, [2, 2, 2]),
        Gradient("the sign has none", x => SlogDet(x[0]).Sign, -2, 2, [3, 3]),
        HasNoGradient("SlogDet: the matrix a[1] is singular, where the logarithm has no derivative", a => SlogDet(a).LogAbsDet, Tensor.From([1.0, 0]).Reshape(2, 1, 1)),
        Refused("SlogDet: a (2, 3) does not match (...b, n, n): dimension 0 is 2, not 3", () => SlogDet(Tensor.Zeros<double>(2, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
