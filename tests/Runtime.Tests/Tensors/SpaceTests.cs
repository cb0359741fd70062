namespace TypedTensors.Tests.Tensors;

public sealed class SpaceTests
{
    [Fact]
    public void LinspaceIncludesBothEnds()
    {
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f], Tensor.Linspace(0f, 1f, 5).ToArray());
        Assert.Equal([3.0, 1.0, -1.0], Tensor.Linspace(3.0, -1.0, 3).ToArray());
        Assert.Equal([2.0, 5.0], Tensor.Linspace(2.0, 5.0, 2).ToArray());
        Assert.Equal([2f], Tensor.Linspace(2f, 5f, 1).ToArray());
        Assert.Empty(Tensor.Linspace(2f, 5f, 0).ToArray());
        Assert.Equal(0.3f, Tensor.Linspace(0.1f, 0.3f, 8).ToArray()[^1]);
        Assert.Throws<ShapeException>(() => Tensor.Linspace(0f, 1f, -1));
    }

    [Fact]
    public void LogspaceIsABaseToThePowerOfThat()
    {
        Assert.Equal([1.0, 10.0, 100.0], Tensor.Logspace(0.0, 2.0, 3).ToArray());
        Assert.Equal([0.5, 1.0, 2.0, 4.0], Tensor.Logspace(-1.0, 2.0, 4, 2.0).ToArray());
    }

    [Fact]
    public void EyeNeedNotBeSquare()
    {
        Assert.Equal([1, 0, 0, 0, 1, 0], Tensor.Eye<int>(2, 3).ToArray());
        Assert.Equal([1, 0, 0, 1, 0, 0], Tensor.Eye<int>(3, 2).ToArray());
        Assert.Equal(new Shape(0, 2), Tensor.Eye<int>(0, 2).Shape);
    }

    [Fact]
    public void EmptyHasAShape() => Assert.Equal(new Shape(2, 3), Tensor.Empty<float>(2, 3).Shape);
}
