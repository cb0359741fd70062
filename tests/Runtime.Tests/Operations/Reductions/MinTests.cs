using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class MinTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Min(Tensor.From(new[,] { { 1, 7 }, { 3, -4 } })), [], -4),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).Min(1), [2], 1, -4),
        Value("over the first, kept", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).Min(0, keepDims: true), [1, 2], 1, -4),
        Value("over two", () => Min(Tensor.Arange<double>(12).Reshape(2, 3, 2), [0, 2]), [3], 0, 2, 4),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 7.0 }, { 3.0, -4.0 } }).T.Min(0), [2], 1, -4),
        Value("of a long row", () => Min(-Tensor.Arange<float>(1001)), [], -1000f),
        Value("of a scalar", () => Min(Tensor.Scalar(-7.0)), [], -7),
        Value("with NaN", () => Min(Tensor.From([1.0, double.NaN, 3.0])), [], double.NaN),
        Value("of infinities", () => Min(Tensor.From([double.PositiveInfinity, double.PositiveInfinity])), [], double.PositiveInfinity),
        Value("of the least integers", () => Min(Tensor.From([int.MinValue, int.MaxValue])), [], int.MinValue),
        Value("of nothing to nothing", () => Min(Tensor.Zeros<float>(0, 3), 1), [0]),
        Gradient("over all", x => Min(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Min(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Min(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        GradientValue("ties share", x => Min(x), [1, 3, 1, 1], 1.0 / 3, 0, 1.0 / 3, 1.0 / 3),
        GradientValue("NaN takes it all", x => Min(x), [3, double.NaN], 0, 1),
        Refused("Min: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Min(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Min: x (2, 0) has no elements along dimension 1, and there is no result without any", () => Min(Tensor.Zeros<float>(2, 0), 1)),
        Refused("Min: x (0) has no elements along dimension 0, and there is no result without any", () => Min(Tensor.Zeros<float>(0))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
