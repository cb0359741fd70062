using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class TileTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => Tile(Counting(2), 2), [4], 0, 1, 0, 1),
        Value("a matrix", () => Counting(2, 2).Tile(1, 2), [2, 4], 0, 1, 0, 1, 2, 3, 2, 3),
        Value("more numbers than dimensions", () => Tile(Counting(2), 2, 1), [2, 2], 0, 1, 0, 1),
        Value("more dimensions than numbers", () => Tile(Counting(2, 2), 2), [2, 4], 0, 1, 0, 1, 2, 3, 2, 3),
        Value("a transposed matrix", () => Tile(Counting(2, 2).T, 2, 1), [4, 2], 0, 2, 1, 3, 0, 2, 1, 3),
        Value("a scalar", () => Tile(Tensor.Scalar(7), 2), [2], 7, 7),
        Value("nothing said", () => Tile(Tensor.Scalar(7)), [], 7),
        Value("not at all", () => Tile(Counting(2, 2), 2, 0), [4, 0]),
        Value("nothing", () => Tile(Tensor.Zeros<float>(0, 2), 3, 2), [0, 4]),
        Gradient("both", x => Tile(x[0], 2, 3) * x[1], -1, 1, [2, 2], [4, 6]),
        Gradient("new dimensions", x => Tile(x[0], 2, 1, 2) * x[1], -1, 1, [2], [2, 1, 4]),
        Gradient("a scalar", x => Tile(x[0], 3) * x[1], -1, 1, [], [3]),
        Gradient("not at all", x => Tile(x[0], 0), -1, 1, [2]),
        Refused("Tile: number 1 of repeats is -1; nothing can be repeated less than 0 times", () => Tile(Tensor.Zeros<float>(2, 3), 2, -1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
