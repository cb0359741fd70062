using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class AllTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => All(Tensor.From([true, false, true])), [], false),
        Value("of the same", () => All(Tensor.Full(true, 3, 2)), [], true),
        Value("over the first", () => Tensor.From(new[,] { { true, false }, { true, true } }).All(0), [2], true, false),
        Value("over the last, kept", () => Tensor.From(new[,] { { true, false }, { true, true } }).All(-1, keepDims: true), [2, 1], false, true),
        Value("over two", () => All(Tensor.Arange<int>(12).Reshape(2, 3, 2) > 1, [0, 2]), [3], false, true, true),
        Value("of a transposed mask", () => Tensor.From(new[,] { { true, false }, { true, true } }).T.All(1), [2], true, false),
        Value("of a long mask with one exception", () => All(Tensor.Arange<int>(1003) < 1002), [], false),
        Value("of a long mask", () => All(Tensor.Full(true, 1003)), [], true),
        Value("of long columns", () => All(Tensor.Full(true, 200, 3), 0), [3], true, true, true),
        Value("of a scalar", () => All(Tensor.Scalar(false), 0), [], false),
        Value("of nothing", () => All(Tensor.Zeros<bool>(0)), [], true),
        Value("of nothing over a dimension", () => All(Tensor.Zeros<bool>(0, 2), 0), [2], true, true),
        Value("of nothing to nothing", () => All(Tensor.Zeros<bool>(0, 3), 1), [0]),
        Refused("All: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => All(Tensor.Zeros<bool>(2, 3), 2)),
        Refused("All: axis 0 of x (2, 3) is given twice", () => All(Tensor.Zeros<bool>(2, 3), [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
