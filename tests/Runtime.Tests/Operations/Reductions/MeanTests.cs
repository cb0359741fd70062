using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class MeanTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Mean(Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 6.0 } })), [], 3),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).Mean(0), [2], 2, 3),
        Value("over the last, kept", () => Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).Mean(-1, keepDims: true), [2, 1], 1.5f, 3.5f),
        Value("over two", () => Mean(Tensor.Ones<float>(2, 3, 4), [0, 2]), [3], 1f, 1f, 1f),
        Value("of a scalar", () => Mean(Tensor.Scalar(7.0)), [], 7),
        Value("of nothing", () => Mean(Tensor.Zeros<double>(0)), [], double.NaN),
        Value("of nothing to nothing", () => Mean(Tensor.Zeros<float>(2, 0), 0), [0]),
        Gradient("over all", x => Mean(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the first, kept", x => Mean(x[0], 0, keepDims: true) * x[1], -1, 1, [3, 2], [1, 2]),
        Refused("Mean: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Mean(Tensor.Zeros<float>(2, 3), 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
