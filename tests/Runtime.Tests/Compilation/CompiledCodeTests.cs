using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

public sealed class CompiledCodeTests
{
    [Fact]
    public void SumToSumsOverWhatWasBroadcast()
    {
        Tensor<float> x = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([5, 7, 9], Sum(x, 3));
        Assert.Equal([5, 7, 9], Sum(x, 1, 3));
        Assert.Equal([6, 15], Sum(x, 2, 1));
        Assert.Equal([21], Sum(x));
        Assert.Equal([1, 2, 3, 4, 5, 6], Sum(x, 2, 3));
        Assert.Equal([6, 15], Sum(x.T, 2));
        Assert.Equal([0, 0], Sum(Tensor.Zeros<float>(0, 2), 2));
    }

    [Fact]
    public void AddAddsToWhatIsThere()
    {
        Tensor<float> destination = Tensor.From([1f, 2]);
        CompiledCode.Add(Tensor.From([10f, 20]).View, destination.View);
        Assert.Equal([11, 22], destination.ToArray());
    }

    [Fact]
    public void FillAndCopyWriteEveryElementOfTheWindow()
    {
        Tensor<float> x = Tensor.Zeros<float>(2, 3);
        CompiledCode.Fill(x[.., 1].View, 7);
        Assert.Equal([0, 7, 0, 0, 7, 0], x.ToArray());
        CompiledCode.Fill(x.View, 1);
        CompiledCode.Copy(Tensor.From([4f, 5]).View, x[.., 2].View);
        Assert.Equal([1, 1, 4, 1, 1, 5], x.ToArray());
    }

    [Fact]
    public void ShapesAreBroadcastOrRefusedAsTheOperationRefusesThem()
    {
        Assert.Equal(new Shape(2, 3), CompiledCode.BroadcastOf<AddFunction<float>, float>(new Shape(2, 1), new Shape(3)));
        Assert.Equal(new Shape(2, 3), CompiledCode.BroadcastOfPredicate<LessPredicate<float>, float>(new Shape(3), new Shape(2, 3)));
        Tensor<float> left = Tensor.Zeros<float>(2), right = Tensor.Zeros<float>(3);
        Assert.Equal(
            Assert.Throws<ShapeException>(() => left + right).Message,
            Assert.Throws<ShapeException>(() => CompiledCode.BroadcastOf<AddFunction<float>, float>(left.Shape, right.Shape)).Message);
        Assert.Equal(
            Assert.Throws<ShapeException>(() => left < right).Message,
            Assert.Throws<ShapeException>(() => CompiledCode.BroadcastOfPredicate<LessPredicate<float>, float>(left.Shape, right.Shape)).Message);
    }

    [Fact]
    public void ADestinationOfAnotherShapeIsNamed()
    {
        CompiledCode.CheckDestination("Forward", "result", Tensor.Zeros<float>(2, 3), new Shape(2, 3));
        var refusal = Assert.Throws<ShapeException>(() => CompiledCode.CheckDestination("Forward", "result", Tensor.Zeros<float>(2, 3), new Shape(3, 2)));
        Assert.Equal("Forward: result (2, 3) cannot receive the result, which has the shape (3, 2)", refusal.Message);
    }

    [Fact]
    public void OnlyContiguousTensorsReceiveResults()
    {
        Assert.True(CompiledCode.CanReceive(CompiledCode.Fresh<float>(new Shape(2, 3))));
        Assert.False(CompiledCode.CanReceive(Tensor.Zeros<float>(2, 3).T));
    }

    [Fact]
    public void TensorsOverlapThatShareAStorage()
    {
        Tensor<float> x = Tensor.Zeros<float>(2, 3);
        Assert.True(CompiledCode.Overlaps(x, x[0]));
        Assert.False(CompiledCode.Overlaps(x, x.Clone()));
        Assert.False(CompiledCode.Overlaps(x, Tensor.Zeros<int>(2)));
    }

    private static float[] Sum(Tensor<float> source, params int[] sizes)
    {
        Tensor<float> destination = Tensor.Full(-1f, sizes);
        CompiledCode.SumTo(source.View, destination.View);
        return destination.ToArray();
    }
}
