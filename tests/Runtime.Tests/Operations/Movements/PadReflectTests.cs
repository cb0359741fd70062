using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Movements;

public sealed class PadReflectTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a vector", () => PadReflect(Counting(3), 2, 1), [6], 2, 1, 0, 1, 2, 1),
        Value("a matrix", () => Counting(2, 2).PadReflect(1, 0, 0, 1), [3, 3], 2, 3, 2, 0, 1, 0, 2, 3, 2),
        Value("a transposed matrix", () => PadReflect(Counting(2, 2).T, 1, 0), [2, 3], 2, 0, 2, 3, 1, 3),
        Value("nothing to pad", () => PadReflect(Tensor.Zeros<int>(0), 0, 0), [0]),
        Value("a scalar", () => PadReflect(Tensor.Scalar(7)), [], 7),
        Value("an empty batch", () => PadReflect(Tensor.Zeros<int>(0, 3), 1, 1), [0, 5]),
        Gradient("a vector", x => PadReflect(x[0], 2, 2) * x[1], -1, 1, [3], [7]),
        Gradient("a matrix in a batch", x => PadReflect(x[0], 1, 1, 2, 0) * x[1], -1, 1, [2, 2, 3], [2, 4, 5]),
        Refused("PadReflect: pads has 1 amount; each dimension takes two, before and after", () => PadReflect(Tensor.Zeros<float>(2, 3), 1)),
        Refused(
            "PadReflect: dimension 1 of x (2, 3) has size 3; its reflection is shorter than the padding of 3", () => PadReflect(Tensor.Zeros<float>(2, 3), 0, 3)),
        Refused(
            "PadReflect: dimension 0 of x (3) cannot be padded by -1; only padding with a value can crop", () => PadReflect(Tensor.Zeros<float>(3), -1, 1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
