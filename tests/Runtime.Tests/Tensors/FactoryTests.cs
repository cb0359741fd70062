namespace TypedTensors.Tests.Tensors;

public sealed class FactoryTests
{
    [Fact]
    public void FactoriesGiveContiguousTensorsOfTheShape()
    {
        Assert.Equal(new float[6], Tensor.Zeros<float>(2, 3).ToArray());
        Assert.Equal([1, 1], Tensor.Ones<int>(2).ToArray());
        Assert.Equal([7L], Tensor.Full(7L).ToArray());
        Assert.Equal([true, true], Tensor.Full(true, 2, 1).ToArray());
        Assert.Equal([0, 1, 2], Tensor.Arange<double>(3).ToArray());
        Assert.Equal([1, 0, 0, 1], Tensor.Eye<float>(2).ToArray());
        Assert.Empty(Tensor.Eye<float>(0).ToArray());
        Assert.Equal([2, 3], Tensor.Zeros<float>(2, 3).Shape.Sizes.ToArray());
        Assert.Equal([3, 1], Tensor.Zeros<float>(2, 3).Strides.ToArray());
        Assert.True(Tensor.Zeros<float>(2, 3).IsContiguous);
        Assert.Equal(0, Tensor.Zeros<float>().Rank);
    }

    [Fact]
    public void ARangeStopsBeforeItsEnd()
    {
        Assert.Equal([-5L, -3, -1, 1, 3], Tensor.Arange(-5L, 5L, 2L).ToArray());
        Assert.Equal([-5L, -3, -1, 1, 3, 5], Tensor.Arange(-5L, 6L, 2L).ToArray());
        Assert.Equal([3, 4, 5], Tensor.Arange(3, 6).ToArray());
        Assert.Equal([3, 1, -1], Tensor.Arange(3, -2, -2).ToArray());
        Assert.Equal([1f, 1.5f, 2f, 2.5f], Tensor.Arange(1f, 3f, 0.5f).ToArray());
        Assert.Equal([(byte)250, (byte)253], Tensor.Arange<byte>(250, 255, 3).ToArray());
        Assert.Equal([long.MinValue, -1, long.MaxValue - 1], Tensor.Arange(long.MinValue, long.MaxValue, long.MaxValue).ToArray());
        Assert.Empty(Tensor.Arange(2, 2, -1).ToArray());

        // 0.1f is not a tenth; each number is rounded once.
        Tensor<float> tenths = Tensor.Arange(0f, 100f, 0.1f);
        Assert.Equal((float)(999 * (double)0.1f), tenths.At(999));
    }

    [Fact]
    public void TheStepOfARangeLeadsToItsEnd()
    {
        Assert.Equal("Arange: steps of -1 do not lead from 0 to 3", Assert.Throws<ArgumentException>(() => Tensor.Arange(0, 3, -1)).Message);
        Assert.Equal("Arange: steps of 0 do not lead from 1 to 1", Assert.Throws<ArgumentException>(() => Tensor.Arange(1, 1, 0)).Message);
        Assert.Equal("Arange: steps of 1 do not lead from 3 to 0", Assert.Throws<ArgumentException>(() => Tensor.Arange(3, 0)).Message);
        Assert.Equal("Arange: 0, ∞ and 1 have to be finite".Replace("∞", $"{double.PositiveInfinity}"), Assert.Throws<ArgumentException>(() => Tensor.Arange(0, double.PositiveInfinity)).Message);
    }

    [Fact]
    public void LikeFormsTakeTheShape()
    {
        Tensor<double> like = Tensor.Zeros<double>(2, 0, 1);
        Assert.Equal(like.Shape, Tensor.ZerosLike(like).Shape);
        Assert.Equal(like.Shape, Tensor.OnesLike(like).Shape);
        Assert.Equal([4, 4], Tensor.FullLike(Tensor.From([1, 2]), 4).ToArray());
    }

    [Fact]
    public void FromCopiesArraysOfEveryRank()
    {
        int[] vector = [1, 2];
        Tensor<int> tensor = Tensor.From(vector);
        vector[0] = 9;
        Assert.Equal([1, 2], tensor.ToArray());
        Assert.Equal([2, 3], Tensor.From(new int[2, 3]).Shape.Sizes.ToArray());
        Assert.Equal([1, 2, 3], Tensor.From(new int[1, 2, 3]).Shape.Sizes.ToArray());
        Assert.Equal([1, 2, 0, 3], Tensor.From(new int[1, 2, 0, 3]).Shape.Sizes.ToArray());
        Assert.Equal(4, Tensor.From(new[, ,] { { { 1, 2 }, { 3, 4 } } }).At(0, 1, -1));
        Assert.Equal([2, 2], Tensor.From([1f, 2f, 3f, 4f], 2, 2).Shape.Sizes.ToArray());
    }

    [Fact]
    public void TheNumberOfElementsMustFitTheShape() => Assert.Equal(
        "From: 3 elements were given for the shape (2, 2), which has 4",
        Assert.Throws<ShapeException>(() => Tensor.From([1, 2, 3], 2, 2)).Message);

    [Fact]
    public void SizesAreNotNegative() => Assert.Equal(
        "Shape: size -1 is negative in (2, -1)",
        Assert.Throws<ShapeException>(() => Tensor.Zeros<float>(2, -1)).Message);

    [Fact]
    public void ItemTakesTheOnlyElement()
    {
        Assert.Equal(3, Tensor.From(new[,] { { 3 } }).Item());
        Assert.Equal(
            "Item: a tensor (2, 2) has 4 elements, not exactly one",
            Assert.Throws<ShapeException>(() => Tensor.Zeros<float>(2, 2).Item()).Message);
        Assert.Equal(
            "Item: a tensor (0) has 0 elements, not exactly one",
            Assert.Throws<ShapeException>(() => Tensor.Zeros<float>(0).Item()).Message);
    }

    [Fact]
    public void AtChecksItsIndices()
    {
        Tensor<float> x = Tensor.Zeros<float>(2, 3);
        Assert.Equal("At: 1 indices were given for a tensor (2, 3) of rank 2", Assert.Throws<ShapeException>(() => x.At(0)).Message);
        Assert.Equal(
            "At: index -4 is out of range for dimension 1 of (2, 3), which has size 3",
            Assert.Throws<ShapeException>(() => x.At(0, -4)).Message);
    }

    [Fact]
    public void CopiesAreDifferentiableAndHaveMemoryOfTheirOwn()
    {
        Tensor<double> x = Tensor.From([1.0, 2.0]).RequireGrad();
        Assert.Same(x, x.Contiguous());
        Tensor<double> copy = x.Clone();
        Assert.False(copy.SharesStorageWith(x));
        copy.Backward(Tensor.From([5.0, 6.0]));
        Assert.Equal([5, 6], x.Grad!.ToArray());
    }
}
