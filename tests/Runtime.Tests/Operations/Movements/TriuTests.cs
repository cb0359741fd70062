using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class TriuTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => Triu(Tensor.Ones<int>(2, 3)), [2, 3], 1, 1, 1, 0, 1, 1),
        Value("above", () => Tensor.Ones<int>(2, 3).Triu(1), [2, 3], 0, 1, 1, 0, 0, 1),
        Value("below", () => Triu(Tensor.Ones<int>(3, 2), -1), [3, 2], 1, 1, 1, 1, 0, 1),
        Value("far above", () => Triu(Tensor.Ones<int>(1, 2), int.MaxValue), [1, 2], 0, 0),
        Value("far below", () => Triu(Tensor.Ones<int>(1, 2), int.MinValue), [1, 2], 1, 1),
        Value("a batch", () => Triu(Tensor.Ones<int>(2, 2, 2)), [2, 2, 2], 1, 1, 0, 1, 1, 1, 0, 1),
        Value("a transposed matrix", () => Triu(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).T), [2, 2], 1, 3, 0, 4),
        Value("nothing", () => Triu(Tensor.Zeros<float>(0, 2)), [0, 2]),
        Gradient("a batch", x => Triu(x[0], 1) * x[1], -1, 1, [2, 3, 3], [2, 3, 3]),
        Refused("Triu: x () does not match (...b, n, m): it has 0 dimensions, not at least 2", () => Triu(Tensor.Scalar(1f))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
