using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Tensors;

public sealed class InPlaceTests
{
    private readonly Tensor<float> _matrix = Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } });

    [Fact]
    public void ArithmeticWritesToTheTensorItself()
    {
        Assert.Same(_matrix, _matrix.AddInPlace(Tensor.From([10f, 20f])));
        Assert.Equal([11, 22, 13, 24], _matrix.ToArray());
        Assert.Equal([10, 21, 12, 23], _matrix.SubtractInPlace(1f).ToArray());
        Assert.Equal([20, 42, 24, 46], _matrix.MultiplyInPlace(2f).ToArray());
        Assert.Equal([0, 22, 0, 22], _matrix.SubtractInPlace(Tensor.From(new[,] { { 10f, 10f }, { 12f, 12f } }), 2f).ToArray());
        Assert.Equal([0, 44, 0, 66], _matrix.MultiplyInPlace(Tensor.From(new[,] { { 2f }, { 3f } })).ToArray());
        Assert.Equal([1, 1, 1, 1], _matrix.CopyFrom(Tensor.Scalar(1f)).ToArray());
        Assert.Equal([5, 5, 5, 5], _matrix.Fill(5f).ToArray());
    }

    [Fact]
    public void EveryWriteCountsInTheStorage()
    {
        Assert.Equal(0, _matrix.StorageVersion);
        _matrix.AddInPlace(1f).SubtractInPlace(_matrix).MultiplyInPlace(2f).Fill(1f).CopyFrom(_matrix);
        Assert.Equal(5, _matrix.StorageVersion);
    }

    [Fact]
    public void AViewWritesToTheMemoryOfItsTensor()
    {
        Tensor<double> spread = Tensor.Zeros<double>(3, 2, 2);
        Tensor<double> view = Eager.View(default(EveryOtherReversed), spread);
        view.AddInPlace(Tensor.From([1.0, 2.0, 3.0]));
        Assert.Equal([1, 0, 1, 0, 2, 0, 2, 0, 3, 0, 3, 0], spread.ToArray());
        Assert.Equal(1, spread.StorageVersion);
    }

    [Fact]
    public void AnArgumentOverTheSameMemoryIsReadBeforeItIsWritten()
    {
        Tensor<float> transposed = _matrix.Window(_matrix.Shape, [1, 2], 0);
        _matrix.AddInPlace(transposed);
        Assert.Equal([2, 5, 5, 8], _matrix.ToArray());
    }

    [Fact]
    public void TheShapeOfTheTensorMustNotChange()
    {
        var refusal = Assert.Throws<ShapeException>(() => _matrix.AddInPlace(Tensor.Ones<float>(3, 1, 2)));
        Assert.Equal("AddInPlace: the argument (3, 1, 2) cannot be broadcast to the shape (2, 2) of the tensor that is changed", refusal.Message);
        refusal = Assert.Throws<ShapeException>(() => _matrix.CopyFrom(Tensor.Ones<float>(3)));
        Assert.Equal("CopyFrom: the argument (3) cannot be broadcast to the shape (2, 2) of the tensor that is changed", refusal.Message);
        Assert.Equal(0, _matrix.StorageVersion);
    }

    [Fact]
    public void RepeatedElementsAreNotWrittenTo()
    {
        Tensor<float> repeated = _matrix.Window(new Shape(3, 2), [0, 1], 0);
        var refusal = Assert.Throws<InvalidOperationException>(() => repeated.Fill(1f));
        Assert.Equal("Fill: several elements of (3, 2) share one place in memory, so it cannot be written to; Clone() it first", refusal.Message);
    }
}
