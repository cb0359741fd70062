using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class TraceTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a square matrix", () => Trace(Tensor.From(new[,] { { 1, 2 }, { 3, 4 } })), [], 5),
        Value("a wide one", () => Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).Trace(), [], 6),
        Value("a transposed one", () => Trace(Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T), [], 6),
        Value("nothing", () => Trace(Tensor.Zeros<float>(0, 3)), [], 0),
        Gradient("a matrix", x => Trace(x[0]) * x[1], -1, 1, [3, 2], []),
        Gradient("nothing", x => Trace(x[0]), -1, 1, [0, 2]),
        Refused("Trace: x (3) does not match (n, m): it has 1 dimension, not 2", () => Trace(Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
