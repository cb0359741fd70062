using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class PadReplicateTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => PadReplicate(Counting(3), 2, 1), [6], 0, 0, 0, 1, 2, 2),
        Value("a matrix", () => Counting(2, 2).PadReplicate(1, 0, 0, 1), [3, 3], 0, 1, 1, 0, 1, 1, 2, 3, 3),
        Value("a transposed matrix", () => PadReplicate(Counting(2, 2).T, 1, 0), [2, 3], 0, 0, 2, 1, 1, 3),
        Value("nothing to pad", () => PadReplicate(Tensor.Zeros<int>(0), 0, 0), [0]),
        Value("a scalar", () => PadReplicate(Tensor.Scalar(7)), [], 7),
        Value("an empty batch", () => PadReplicate(Tensor.Zeros<int>(0, 3), 1, 1), [0, 5]),
        Gradient("a vector", x => PadReplicate(x[0], 2, 3) * x[1], -1, 1, [3], [8]),
        Gradient("a matrix in a batch", x => PadReplicate(x[0], 1, 1, 2, 0) * x[1], -1, 1, [2, 2, 3], [2, 4, 5]),
        Refused("PadReplicate: 2 pairs of amounts for x (3), which has 1 dimension", () => PadReplicate(Tensor.Zeros<float>(3), 1, 1, 1, 1)),
        Refused("PadReplicate: dimension 1 of x (2, 0) is empty and has no edge to repeat", () => PadReplicate(Tensor.Zeros<float>(2, 0), 0, 3)),
        Refused(
            "PadReplicate: dimension 0 of x (3) cannot be padded by -1; only padding with a value can crop", () => PadReplicate(Tensor.Zeros<float>(3), -1, 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
