using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class SqueezeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("one dimension", () => Squeeze(Tensor.Arange<int>(2).Reshape(1, 2, 1), 0), [2, 1], 0, 1),
        Value("counted from the end", () => Squeeze(Tensor.Arange<int>(2).Reshape(1, 2, 1), -1), [1, 2], 0, 1),
        Value("another size stays", () => Squeeze(Tensor.Arange<int>(2).Reshape(1, 2, 1), 1), [1, 2, 1], 0, 1),
        Value("all", () => Tensor.Arange<int>(2).Reshape(1, 2, 1).Squeeze(), [2], 0, 1),
        Value("a scalar", () => Squeeze(Tensor.Scalar(7), 0), [], 7),
        Value("nothing", () => Squeeze(Tensor.Zeros<float>(1, 0)), [0]),
        Gradient("one dimension", x => Squeeze(x[0], 1) * x[1], -1, 1, [2, 1, 3], [2, 3]),
        Refused("Squeeze: axis 2 is out of range for x (1, 3), which has 2 dimensions", () => Squeeze(Tensor.Zeros<float>(1, 3), 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
