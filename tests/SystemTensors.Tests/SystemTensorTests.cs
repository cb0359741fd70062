using SystemTensors = System.Numerics.Tensors;

namespace TypedTensors.Tests.Exchange;

public sealed class SystemTensorTests
{
    private readonly Tensor<float> _matrix = Tensor.Arange<float>(6).Reshape(2, 3);

    [Fact]
    public void ASpanIsTheMemoryItself()
    {
        SystemTensors.TensorSpan<float> span = _matrix.AsTensorSpan();
        span[1, 2] = 50;
        _matrix[0].Fill(7);

        Assert.Equal([7f, 7, 7, 3, 4, 50], _matrix.ToArray());
        Assert.Equal(7, _matrix.AsReadOnlyTensorSpan()[0, 1]);
    }

    [Fact]
    public void StridesAreKept()
    {
        SystemTensors.ReadOnlyTensorSpan<float> transposed = _matrix.T.AsReadOnlyTensorSpan();
        Assert.Equal([3, 2], transposed.Lengths.ToArray());
        Assert.Equal([1, 3], transposed.Strides.ToArray());
        Assert.Equal(5, transposed[2, 1]);

        SystemTensors.TensorSpan<float> column = _matrix[.., 1..2].AsTensorSpan();
        column[1, 0] = 40;
        Assert.Equal(40, _matrix.At(1, 1));

        Assert.Equal([0, 1], Tensor.From([1f, 2f]).Expand(3, 2).AsReadOnlyTensorSpan().Strides.ToArray());
    }

    [Fact]
    public void AScalarIsAVectorOfOneElement()
    {
        SystemTensors.ReadOnlyTensorSpan<long> span = Tensor.Scalar(7L).AsReadOnlyTensorSpan();

        Assert.Equal([1], span.Lengths.ToArray());
        Assert.Equal(7L, span[0]);
        Assert.Equal([1], Tensor.Scalar(7L).ToSystemTensor().Lengths.ToArray());
    }

    [Fact]
    public void CopiesAreDense()
    {
        SystemTensors.Tensor<float> copy = _matrix.T.ToSystemTensor();

        copy[0, 0] = 100;

        Assert.True(copy.IsDense);
        Assert.Equal([3, 2], copy.Lengths.ToArray());
        Assert.Equal(0, _matrix.At(0, 0));
        Assert.Equal(3, copy[0, 1]);
    }

    [Fact]
    public void TheirsBecomeOurs()
    {
        SystemTensors.Tensor<double> theirs = SystemTensors.Tensor.Create<double>([0, 1, 2, 3, 4, 5], [2, 3]);

        Tensor<double> ours = theirs.ToTypedTensor();
        theirs[0, 0] = 100;

        Assert.Equal(new Shape(2, 3), ours.Shape);
        Assert.Equal([0.0, 1, 2, 3, 4, 5], ours.ToArray());
        Assert.Equal([0.0, 3, 1, 4, 2, 5], ours.T.AsTensorSpan().ToTypedTensor().ToArray());
        Assert.Equal([1.0, 2, 4, 5], theirs.AsReadOnlyTensorSpan([0..2, 1..3]).ToTypedTensor().ToArray());
        Assert.Equal(new Shape(0), SystemTensors.Tensor<int>.Empty.ToTypedTensor().Shape);
        Assert.Equal(new Shape(0), default(SystemTensors.ReadOnlyTensorSpan<int>).ToTypedTensor().Shape);
    }

    [Fact]
    public void ATensorThatRequiresAGradientIsRefused()
    {
        Tensor<float> x = Tensor.From([1f, 2f]).RequireGrad();
        const string problem = "the tensor (2) requires a gradient, of which the memory knows nothing; Detach() it first";

        Assert.Equal($"AsTensorSpan: {problem}", Assert.Throws<InvalidOperationException>(() => x.AsTensorSpan().Clear()).Message);
        Assert.Equal($"AsReadOnlyTensorSpan: {problem}", Assert.Throws<InvalidOperationException>(() => x.AsReadOnlyTensorSpan().ToTypedTensor()).Message);
        Assert.Equal($"ToSystemTensor: {problem}", Assert.Throws<InvalidOperationException>(() => (x * 2f).ToSystemTensor()).Message);
        Assert.Equal(2, x.Detach().AsTensorSpan().FlattenedLength);
    }

    [Fact]
    public void OneElementInSeveralPlacesIsNotWrittenTo() => Assert.Equal(
        "AsTensorSpan: several elements of (3, 2) share one place in memory, so it cannot be written to; Clone() it first",
        Assert.Throws<InvalidOperationException>(() => Tensor.From([1f, 2f]).Expand(3, 2).AsTensorSpan().Clear()).Message);

    [Fact]
    public void ASpanCountsAsAWrite()
    {
        Tensor<float> weights = Tensor.From([3f, 4f]).RequireGrad();
        Tensor<float> x = Tensor.From([1f, 2f]);

        Tensor<float> loss = Ops.Sum(weights * x);
        x.AsTensorSpan()[0] = 5;
        Assert.Throws<InvalidOperationException>(() => loss.Backward());

        SystemTensors.TensorSpan<float> span = x.AsTensorSpan();
        loss = Ops.Sum(weights * x);
        span[0] = 6;
        x.MarkWritten();
        Assert.Throws<InvalidOperationException>(() => loss.Backward());
    }

    [Fact]
    public void EveryViewComesBackAlike()
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            Tensor<int> tensor = RandomView(random);

            if (IsInterleaved(tensor))
                Assert.Contains("lie in the gaps of others", Assert.Throws<InvalidOperationException>(() => tensor.AsReadOnlyTensorSpan().ToTypedTensor()).Message);
            else
                Assert.Equal(tensor.ToArray(), tensor.AsReadOnlyTensorSpan().ToTypedTensor().ToArray());
            Tensor<int> copy = tensor.ToSystemTensor().ToTypedTensor();
            Assert.Equal(tensor.ToArray(), copy.ToArray());
            Assert.Equal(tensor.Rank == 0 ? new Shape(1) : tensor.Shape, copy.Shape);
        }
    }

    /// <summary>Whether the elements along a dimension, with a gap behind each, reach beyond the next element along another one.</summary>
    private static bool IsInterleaved(Tensor<int> tensor)
    {
        int extent = 1;
        IEnumerable<int> inner = Enumerable.Range(0, tensor.Rank).Where(axis => tensor.Shape[axis] > 1 && tensor.Strides[axis] > 0).OrderBy(axis => tensor.Strides[axis]);
        foreach (int axis in tensor.ElementCount == 0 ? [] : inner)
        {
            if (tensor.Strides[axis] < extent)
                return true;
            extent = tensor.Strides[axis] * tensor.Shape[axis];
        }

        return false;
    }

    /// <summary>A tensor of up to five dimensions, permuted, cut, and repeated.</summary>
    private static Tensor<int> RandomView(Random random)
    {
        int rank = random.Next(5);
        int[] sizes = [.. Enumerable.Range(0, rank).Select(_ => random.Next(8) == 0 ? 0 : random.Next(1, 5))];
        Tensor<int> tensor = Tensor.Arange<int>(sizes.Aggregate(1, (a, b) => a * b)).Reshape(sizes);
        int[] order = [.. Enumerable.Range(0, rank)];
        random.Shuffle(order);
        tensor = tensor.Permute(order);
        if (rank > 0 && tensor.Shape[0] > 0)
            tensor = tensor[Slice.Step(random.Next(tensor.Shape[0]).., random.Next(1, 3))];
        if (random.Next(3) == 0)
            tensor = tensor.Unsqueeze(0).Expand([random.Next(1, 4), .. tensor.Shape.Sizes]);
        return tensor;
    }
}
