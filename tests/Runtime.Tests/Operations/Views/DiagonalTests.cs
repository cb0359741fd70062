using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class DiagonalTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("of a matrix", () => Diagonal(Counting(2, 3)), [2], 0, 4),
        Value("above", () => Counting(2, 3).Diagonal(1), [2], 1, 5),
        Value("below", () => Diagonal(Counting(2, 3), -1), [1], 3),
        Value("outside", () => Diagonal(Counting(2, 3), 3), [0]),
        Value("far outside", () => Diagonal(Counting(2, 3), int.MinValue), [0]),
        Value("of the outer dimensions", () => Diagonal(Counting(2, 3, 2), 0, 0, 2), [3, 2], 0, 7, 2, 9, 4, 11),
        Value("with the dimensions exchanged", () => Diagonal(Counting(2, 3), 1, -1, -2), [1], 3),
        Value("of a transposed matrix", () => Diagonal(Counting(2, 3).T, 1), [1], 3),
        Value("of nothing", () => Diagonal(Tensor.Zeros<float>(0, 3)), [0]),
        Gradient("of a batch", x => Diagonal(x[0], 1, 1, 2) * x[1], -1, 1, [2, 3, 3], [2, 2]),
        Gradient("outside", x => Diagonal(x[0], 5), -1, 1, [2, 2]),
        Refused("Diagonal: axis 1 is out of range for x (3), which has 1 dimension", () => Diagonal(Counting(3))),
        Refused("Diagonal: axis 1 of x (2, 3) is given twice", () => Diagonal(Counting(2, 3), 0, 1, -1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void ADiagonalIsAWindow()
    {
        Tensor<int> x = Counting(3, 3);
        Assert.True(Diagonal(x).SharesStorageWith(x));
    }

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
