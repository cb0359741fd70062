using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class AnyTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Any(Tensor.From([true, false, true])), [], true),
        Value("of the same", () => Any(Tensor.Full(false, 3, 2)), [], false),
        Value("over the first", () => Tensor.From(new[,] { { true, false }, { true, true } }).Any(0), [2], true, true),
        Value("over the last, kept", () => Tensor.From(new[,] { { true, false }, { true, true } }).Any(-1, keepDims: true), [2, 1], true, true),
        Value("over two", () => Any(Tensor.Arange<int>(12).Reshape(2, 3, 2) > 1, [0, 2]), [3], true, true, true),
        Value("of a transposed mask", () => Tensor.From(new[,] { { true, false }, { true, true } }).T.Any(1), [2], true, true),
        Value("of a long mask with one exception", () => Any(Tensor.Arange<int>(1003) > 1001), [], true),
        Value("of a long mask", () => Any(Tensor.Full(false, 1003)), [], false),
        Value("of long columns", () => Any(Tensor.Full(false, 200, 3), 0), [3], false, false, false),
        Value("of a scalar", () => Any(Tensor.Scalar(true), 0), [], true),
        Value("of nothing", () => Any(Tensor.Zeros<bool>(0)), [], false),
        Value("of nothing over a dimension", () => Any(Tensor.Zeros<bool>(0, 2), 0), [2], false, false),
        Value("of nothing to nothing", () => Any(Tensor.Zeros<bool>(0, 3), 1), [0]),
        Refused("Any: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Any(Tensor.Zeros<bool>(2, 3), 2)),
        Refused("Any: axis 0 of x (2, 3) is given twice", () => Any(Tensor.Zeros<bool>(2, 3), [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
