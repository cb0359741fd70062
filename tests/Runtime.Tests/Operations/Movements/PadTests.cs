using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class PadTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => Pad(Counting(2), [1, 2]), [5], 0, 0, 1, 0, 0),
        Value("with a value", () => Counting(2).Pad([1, 0], 7), [3], 7, 0, 1),
        Value("a matrix", () => Pad(Counting(1, 2), [1, 0, 0, 1], 9), [2, 3], 9, 9, 9, 0, 1, 9),
        Value("the last dimension only", () => Pad(Counting(2, 1), [0, 1], 9), [2, 2], 0, 9, 1, 9),
        Value("cropped", () => Pad(Counting(2, 3), [-1, 0, 0, -1]), [1, 2], 3, 4),
        Value("cropped and padded", () => Pad(Counting(3), [-1, 2], 9), [4], 1, 2, 9, 9),
        Value("cropped to nothing", () => Pad(Counting(3), [-1, -2]), [0]),
        Value("nothing to pad", () => Pad(Counting(2), []), [2], 0, 1),
        Value("a scalar", () => Pad(Tensor.Scalar(7), []), [], 7),
        Value("from nothing", () => Pad(Tensor.Zeros<int>(0), [1, 1], 9), [2], 9, 9),
        Value("a transposed matrix", () => Pad(Counting(2, 2).T, [0, 1], 9), [2, 3], 0, 2, 9, 1, 3, 9),
        Value("truth values", () => Pad(Tensor.From([false]), [1, 0], true), [2], true, false),
        Gradient("a matrix", x => Pad(x[0], [1, 2, 0, 1], 0.5) * x[1], -1, 1, [2, 2], [5, 3]),
        Gradient("cropped", x => Pad(x[0], [-1, 1]) * x[1], -1, 1, [2, 3], [2, 3]),
        Gradient("cropped to nothing", x => Pad(x[0], [-1, -1]), -1, 1, [2]),
        Refused("Pad: pads has 3 amounts; each dimension takes two, before and after", () => Pad(Tensor.Zeros<float>(2, 3), [1, 1, 1])),
        Refused("Pad: 2 pairs of amounts for x (3), which has 1 dimension", () => Pad(Tensor.Zeros<float>(3), [1, 1, 1, 1])),
        Refused("Pad: dimension 1 of x (2, 3) has size 3, and 4 cannot be cropped", () => Pad(Tensor.Zeros<float>(2, 3), [-4, 5])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
