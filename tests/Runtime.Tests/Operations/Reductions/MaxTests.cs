using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class MaxTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Max(Tensor.From(new[,] { { 1, 7 }, { 3, -4 } })), [], 7),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).Max(1), [2], 7, 3),
        Value("over the first, kept", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).Max(0, keepDims: true), [1, 2], 3, 7),
        Value("over two", () => Max(Tensor.Arange<double>(12).Reshape(2, 3, 2), [0, 2]), [3], 7, 9, 11),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).T.Max(0), [2], 7, 3),
        Value("of a scalar", () => Max(Tensor.Scalar(-7.0)), [], -7),
        Value("with NaN", () => Max(Tensor.From([1.0, double.NaN, 3.0])), [], double.NaN),
        Value("of infinities", () => Max(Tensor.From([double.NegativeInfinity, double.NegativeInfinity])), [], double.NegativeInfinity),
        Value("of nothing to nothing", () => Max(Tensor.Zeros<float>(0, 3), 1), [0]),
        Gradient("over all", x => Max(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Max(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Max(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        GradientValue("ties share", x => Max(x), [3, 1, 3, 3], 1.0 / 3, 0, 1.0 / 3, 1.0 / 3),
        GradientValue("NaN takes it all", x => Max(x), [3, double.NaN], 0, 1),
        Refused("Max: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Max(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Max: x (2, 0) has no elements along dimension 1, and there is no result without any", () => Max(Tensor.Zeros<float>(2, 0), 1)),
        Refused("Max: x (0) has no elements along dimension 0, and there is no result without any", () => Max(Tensor.Zeros<float>(0))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
