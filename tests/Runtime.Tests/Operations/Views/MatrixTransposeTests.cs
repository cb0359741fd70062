using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class MatrixTransposeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T, [3, 2], 1, 4, 2, 5, 3, 6),
        Value("a batch", () => MatrixTranspose(Tensor.Arange<int>(8).Reshape(2, 2, 2)), [2, 2, 2], 0, 2, 1, 3, 4, 6, 5, 7),
        Value("a vector", () => Tensor.From([1, 2]).T, [2], 1, 2),
        Value("a scalar", () => Tensor.Scalar(7).T, [], 7),
        Value("nothing", () => Tensor.Zeros<float>(0, 3).T, [3, 0]),
        Gradient("a matrix", x => x[0].T * x[1], -1, 1, [2, 3], [3, 2]),
        Gradient("a vector", x => x[0].T * x[1], -1, 1, [3], [3]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
