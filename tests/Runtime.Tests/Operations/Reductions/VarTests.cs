using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class VarTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Var(Tensor.From([1.0, 2.0, 3.0, 6.0])), [], 14.0 / 3),
        Value("over all, of all there are", () => Var(Tensor.From([1.0, 2.0, 3.0, 6.0]), correction: 0), [], 3.5),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 8.0 } }).Var(0), [2], 2, 18),
        Value("over the last, kept", () => Tensor.From(new[,] { { 1f, 3f }, { 3f, 9f } }).Var(-1, keepDims: true, correction: 0), [2, 1], 1f, 9f),
        Value("over two", () => Var(Tensor.Arange<double>(8).Reshape(2, 2, 2), [0, 2], correction: 0), [2], 4.25, 4.25),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 8.0 } }).T.Var(1), [2], 2, 18),
        Value("of an expanded vector", () => Tensor.From([1.0, 2.0]).Expand(3, 2).Var(0), [2], 0, 0),
        Value("far from zero", () => Var(Tensor.From([1e8f, 1e8f + 8, 1e8f + 16])), [], 64f),
        Close("of a long row", () => Var(Tensor.Arange<double>(1001)), [], 83583.5),
        Value("of one", () => Var(Tensor.Scalar(7.0)), [], double.NaN),
        Value("of one, of all there are", () => Var(Tensor.Scalar(7.0), correction: 0), [], 0),
        Value("with more taken off than there is", () => Var(Tensor.From([1.0, 2.0]), correction: 3), [], double.PositiveInfinity),
        Value("with an infinite one", () => Var(Tensor.From([1.0, double.PositiveInfinity])), [], double.NaN),
        Value("of nothing", () => Var(Tensor.Zeros<double>(0, 2), 0), [2], double.NaN, double.NaN),
        Value("of nothing to nothing", () => Var(Tensor.Zeros<float>(0, 3), 1), [0]),
        Gradient("over all", x => Var(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Var(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Var(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("over a long row", x => Var(x[0], 1) * x[1], -1, 1, [2, 41], [2]),
        Gradient("of all there are", x => Var(x[0], 0, correction: 0) * x[1], -1, 1, [3, 2], [2]),
        Gradient("of nothing", x => Sum(Var(x[0], 1)), -1, 1, [0, 2]),
        GradientValue("of equal ones", x => Var(x), [2, 2], 0, 0),
        GradientValue("of one", x => Var(x), [2], double.NaN),
        Refused("Var: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Var(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Var: axis 0 of x (2, 3) is given twice", () => Var(Tensor.Zeros<float>(2, 3), [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
