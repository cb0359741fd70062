using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class FlattenTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("everything", () => Flatten(Tensor.Arange<int>(4).Reshape(2, 1, 2)), [4], 0, 1, 2, 3),
        Value("all but the batch", () => Tensor.Arange<int>(8).Reshape(2, 2, 2).Flatten(1), [2, 4], 0, 1, 2, 3, 4, 5, 6, 7),
        Value("the first two", () => Flatten(Tensor.Arange<int>(4).Reshape(2, 1, 2), 0, 1), [2, 2], 0, 1, 2, 3),
        Value("one alone", () => Flatten(Tensor.Arange<int>(2).Reshape(2, 1), 1, 1), [2, 1], 0, 1),
        Value("a transposed matrix, copied", () => Flatten(Tensor.Arange<int>(4).Reshape(2, 2).T), [4], 0, 2, 1, 3),
        Value("a scalar", () => Flatten(Tensor.Scalar(7)), [1], 7),
        Value("nothing", () => Flatten(Tensor.Zeros<float>(2, 0, 3), 1), [2, 0]),
        Gradient("all but the batch", x => Flatten(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 6]),
        Refused("Flatten: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Flatten(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Flatten: axis 1 comes after axis 0 in x (2, 3)", () => Flatten(Tensor.Zeros<float>(2, 3), 1, 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
