using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class TrilTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => Tril(Tensor.Ones<int>(2, 3)), [2, 3], 1, 0, 0, 1, 1, 0),
        Value("above", () => Tensor.Ones<int>(2, 3).Tril(1), [2, 3], 1, 1, 0, 1, 1, 1),
        Value("below", () => Tril(Tensor.Ones<int>(2, 3), -1), [2, 3], 0, 0, 0, 1, 0, 0),
        Value("far above", () => Tril(Tensor.Ones<int>(1, 2), int.MaxValue), [1, 2], 1, 1),
        Value("far below", () => Tril(Tensor.Ones<int>(1, 2), int.MinValue), [1, 2], 0, 0),
        Value("a batch", () => Tril(Tensor.Ones<int>(2, 2, 2)), [2, 2, 2], 1, 0, 1, 1, 1, 0, 1, 1),
        Value("a transposed matrix", () => Tril(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T), [2, 2], 1, 0, 2, 4),
        Value("nothing", () => Tril(Tensor.Zeros<float>(2, 0)), [2, 0]),
        Value("NaN that is not kept", () => Tril(Tensor.Full(double.NaN, 1, 2), -1), [1, 2], 0, 0),
        Gradient("a batch", x => Tril(x[0], 1) * x[1], -1, 1, [2, 3, 3], [2, 3, 3]),
        Refused("Tril: x (3) does not match (...b, n, m): it has 1 dimension, not at least 2", () => Tril(Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
