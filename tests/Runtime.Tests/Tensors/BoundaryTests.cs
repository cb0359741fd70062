namespace TypedTensors.Tests.Tensors;

public sealed class BoundaryTests
{
    private readonly Tensor<float> _x = Tensor.Zeros<float>(32, 784);

    [Theory]
    [InlineData("batch, 784")]
    [InlineData("...")]
    [InlineData("..., n, 784")]
    [InlineData("32, 28 * 28")]
    [InlineData("_, ?")]
    public void AShapeThatFitsIsTheSameTensor(string shape) => Assert.Same(_x, _x.Assume(shape));

    [Theory]
    [InlineData("batch, 10", "Assume: tensor (32, 784) does not match (batch, 10): dimension 1 is 784, not 10")]
    [InlineData("n, n", "Assume: tensor (32, 784) does not match (n, n): dimension 1 is 784, not 32")]
    [InlineData("n", "Assume: tensor (32, 784) does not match (n): it has 2 dimensions, not 1")]
    [InlineData("", "Assume: tensor (32, 784) does not match (): it has 2 dimensions, not 0")]
    public void AShapeThatDoesNotFitIsRefused(string shape, string message) =>
        Assert.Equal(message, Assert.Throws<ShapeException>(() => _x.Assume(shape)).Message);

    [Fact]
    public void ATextThatIsNoShapeIsRefused() =>
        Assert.StartsWith("Assume: \"batch,,\" is not a shape: ", Assert.Throws<ArgumentException>(() => _x.Assume("batch,,")).Message, StringComparison.Ordinal);

    [Fact]
    public void BroadcastIsTheSameTensor() => Assert.Same(_x, _x.Broadcast());
}
