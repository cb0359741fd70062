namespace TypedTensors.Tests.Operations;

/// <summary>Operators between element types where C# converts numbers without loss.</summary>
public sealed class MixedArithmeticTests
{
    private static readonly Tensor<float> Floats = Tensor.From([1.5f, -2f]);
    private static readonly Tensor<double> Doubles = Tensor.From([0.1, 4.0]);
    private static readonly Tensor<int> Ints = Tensor.From([7, int.MaxValue]);
    private static readonly Tensor<long> Longs = Tensor.From([2L, 3L]);

    [Fact]
    public void FloatsAndDoublesGiveDoubles()
    {
        Assert.Equal([1.6, 2], (Floats + Doubles).ToArray());
        Assert.Equal([1.6, 2], (Doubles + Floats).ToArray());
        Assert.Equal([1.4, -6], (Floats - Doubles).ToArray());
        Assert.Equal([-1.4, 6], (Doubles - Floats).ToArray());
        Assert.Equal([0.15000000000000002, -8], (Floats * Doubles).ToArray());
        Assert.Equal([0.15000000000000002, -8], (Doubles * Floats).ToArray());
        Assert.Equal([15, -0.5], (Floats / Doubles).ToArray());
        Assert.Equal([0.1 / 1.5, -2], (Doubles / Floats).ToArray());
    }

    [Fact]
    public void IntsAndLongsGiveLongs()
    {
        Assert.Equal([9L, int.MaxValue + 3L], (Ints + Longs).ToArray());
        Assert.Equal([9L, int.MaxValue + 3L], (Longs + Ints).ToArray());
        Assert.Equal([5L, int.MaxValue - 3L], (Ints - Longs).ToArray());
        Assert.Equal([-5L, 3L - int.MaxValue], (Longs - Ints).ToArray());
        Assert.Equal([14L, int.MaxValue * 3L], (Ints * Longs).ToArray());
        Assert.Equal([14L, int.MaxValue * 3L], (Longs * Ints).ToArray());
        Assert.Equal([3L, int.MaxValue / 3L], (Ints / Longs).ToArray());
        Assert.Equal([0L, 0L], (Longs / Ints).ToArray());
    }

    [Fact]
    public void IntsAndDoublesGiveDoubles()
    {
        Assert.Equal([7.1, int.MaxValue + 4.0], (Ints + Doubles).ToArray());
        Assert.Equal([7.1, int.MaxValue + 4.0], (Doubles + Ints).ToArray());
        Assert.Equal([6.9, int.MaxValue - 4.0], (Ints - Doubles).ToArray());
        Assert.Equal([-6.9, 4.0 - int.MaxValue], (Doubles - Ints).ToArray());
        Assert.Equal([7 * 0.1, int.MaxValue * 4.0], (Ints * Doubles).ToArray());
        Assert.Equal([7 * 0.1, int.MaxValue * 4.0], (Doubles * Ints).ToArray());
        Assert.Equal([7 / 0.1, int.MaxValue / 4.0], (Ints / Doubles).ToArray());
        Assert.Equal([0.1 / 7, 4.0 / int.MaxValue], (Doubles / Ints).ToArray());
    }

    [Fact]
    public void TheGradientReachesTheNarrowerTensor()
    {
        Tensor<float> x = Tensor.From([1f, 2f]).RequireGrad();
        Ops.Sum(x * Doubles).Backward();
        Assert.Equal([0.1f, 4f], x.Grad!.ToArray());
    }

    [Fact]
    public void ShapesAreBroadcastOrRefused()
    {
        Assert.Equal([2, 2], (Floats.Unsqueeze(1) + Doubles).Shape.Sizes.ToArray());
        Assert.Equal(
            "Add: shapes do not broadcast: left (2) and right (3) differ in the last dimension, 2 against 3",
            Assert.Throws<ShapeException>(() => Floats + Tensor.Ones<double>(3)).Message);
    }
}
