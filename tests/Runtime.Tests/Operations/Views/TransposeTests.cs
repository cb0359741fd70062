using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class TransposeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => Transpose(Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), 0, 1), [3, 2], 1, 4, 2, 5, 3, 6),
        Value("outer dimensions", () => Tensor.Arange<int>(6).Reshape(3, 2, 1).Transpose(0, 1), [2, 3, 1], 0, 2, 4, 1, 3, 5),
        Value("counted from the end", () => Tensor.Arange<int>(6).Reshape(3, 1, 2).Transpose(-1, -3), [2, 1, 3], 0, 2, 4, 1, 3, 5),
        Value("with itself", () => Transpose(Tensor.From([1, 2]), 0, -1), [2], 1, 2),
        Value("a scalar", () => Transpose(Tensor.Scalar(7), 0, -1), [], 7),
        Value("nothing", () => Transpose(Tensor.Zeros<float>(2, 0, 3), 1, 2), [2, 3, 0]),
        Gradient("a matrix", x => Transpose(x[0], 0, 1) * x[1], -1, 1, [2, 3], [3, 2]),
        Gradient("outer dimensions", x => Transpose(x[0], 0, -2) * x[1], -1, 1, [2, 3, 2], [3, 2, 2]),
        Refused("Transpose: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Transpose(Tensor.Zeros<float>(2, 3), 0, 2)),
        Refused("Transpose: axis -3 is out of range for x (2, 3), which has 2 dimensions", () => Transpose(Tensor.Zeros<float>(2, 3), -3, 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
