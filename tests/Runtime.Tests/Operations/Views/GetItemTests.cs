using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class GetItemTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a position", () => Counting(3, 4)[1], [4], 4, 5, 6, 7),
        Value("the last position", () => Counting(3, 4)[^1], [4], 8, 9, 10, 11),
        Value("a column", () => Counting(3, 4)[.., 1], [3], 1, 5, 9),
        Value("an element", () => Counting(3, 4)[2, ^1], [], 11),
        Value("a range", () => Counting(3, 4)[1.., 1..3], [2, 2], 5, 6, 9, 10),
        Value("a range from the end", () => Counting(4)[^3..^1], [2], 1, 2),
        Value("every other one", () => Counting(7)[Slice.Step(1.., 3)], [2], 1, 4),
        Value("a range of a transposed matrix", () => Counting(2, 3).T[1.., 1], [2], 4, 5),
        Value("a new dimension", () => Counting(2)[Slice.NewAxis, .., Slice.NewAxis], [1, 2, 1], 0, 1),
        Value("all", () => Counting(2)[Slice.All], [2], 0, 1),
        Value("nothing said", () => GetItem(Counting(2)), [2], 0, 1),
        Value("an empty range", () => Counting(3)[3..], [0]),
        Value("a position in what is empty", () => Counting(0, 3)[.., 2], [0]),
        Value("a slice of a slice", () => Counting(3, 4)[1..][.., 2..][1, 1], [], 11),
        Gradient("a row", x => x[0][1] * x[1], -1, 1, [3, 2], [2]),
        Gradient("steps", x => x[0][Slice.Step(.., 2), 1..] * x[1], -1, 1, [3, 3], [2, 2]),
        Gradient("the same element twice", x => x[0][0] * x[0][0], -1, 1, [2]),
        Refused("GetItem: index 3 is outside dimension 0 of x (3, 4), which has size 3", () => Counting(3, 4)[3]),
        Refused("GetItem: index -1 is outside dimension 1 of x (3, 4), which has size 4; did you mean ^1?", () => Counting(3, 4)[.., -1]),
        Refused("GetItem: index ^4 is outside dimension 0 of x (3, 4), which has size 3", () => Counting(3, 4)[^4]),
        Refused("GetItem: range 1..5 is outside dimension 1 of x (3, 4), which has size 4", () => Counting(3, 4)[.., 1..5]),
        Refused("GetItem: range 2..1 of dimension 0 of x (3, 4) ends before it starts", () => Counting(3, 4)[2..1]),
        Refused("GetItem: 2 indices for x (3), which has 1 dimension", () => Counting(3)[0, 0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void ASliceIsAWindow()
    {
        Tensor<int> x = Counting(3, 4);
        Assert.True(x[1..].SharesStorageWith(x));
    }

    [Fact]
    public void ASliceSaysWhatItSelects()
    {
        Slice[] slices = [2, ^1, 1..^1, Slice.Step(1.., 3), Slice.All, Slice.NewAxis];
        Assert.Equal("2, ^1, 1..^1, 1..^0 step 3, .., NewAxis", string.Join(", ", slices));
        Assert.Throws<ArgumentOutOfRangeException>(() => Slice.Step(.., 0));
        Assert.True((Slice)2 == (Slice)2 && (Slice)2 != (Slice)(^2));
    }

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
