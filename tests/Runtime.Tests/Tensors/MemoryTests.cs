namespace TypedTensors.Tests.Tensors;

public sealed class MemoryTests
{
    [Fact]
    public void ATensorOverAnArraySharesIt()
    {
        float[] array = [1, 2, 3, 4, 5, 6];
        Tensor<float> x = Tensor.FromArray(array, 2, 3);

        array[4] = 50;
        x.T[0].Fill(7);

        Assert.Equal(50, x.At(1, 1));
        Assert.Equal([7f, 2, 3, 7, 50, 6], array);
        Assert.Equal(new Shape(6), Tensor.FromArray(array).Shape);
        Assert.Equal(Shape.Scalar, Tensor.FromArray([1.5f], []).Shape);
        Assert.Equal(new Shape(0, 4), Tensor.FromArray(Array.Empty<int>(), 0, 4).Shape);
    }

    [Fact]
    public void ATensorOverMemorySharesIt()
    {
        int[] array = [0, 1, 2, 3, 4, 5];
        Tensor<int> x = Tensor.FromMemory(array.AsMemory(1, 4), 2, 2);

        x.Fill(9);

        Assert.Equal([0, 9, 9, 9, 9, 5], array);
        Assert.Equal(1, x.StorageOffset);
        Assert.Equal(0, Tensor.FromMemory(Memory<int>.Empty, 0).ElementCount);
    }

    [Fact]
    public void TheMemoryOfATensorMakesTensorsThatKnowOfIt()
    {
        Tensor<float> x = Tensor.Arange<float>(6).Reshape(3, 2);
        Memory<float> memory = x[1..].AsMemory();

        Tensor<float> tail = Tensor.FromMemory(memory, 4);
        memory.Span[0] = 20;
        tail.AddInPlace(1);

        Assert.Equal([0f, 1, 21, 4, 5, 6], x.ToArray());
        Assert.True(x.SharesStorageWith(tail));
        Assert.Equal(2, tail.StorageOffset);
        Assert.Contains("Clone() it first", Assert.Throws<InvalidOperationException>(() => x.T.AsMemory()).Message, StringComparison.Ordinal);
        Assert.Contains("Detach() it first", Assert.Throws<InvalidOperationException>(() => Tensor.Ones<float>(2).RequireGrad().AsMemory()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TakingTheMemoryOfASavedValueCountsAsAWrite()
    {
        Tensor<float> weights = Tensor.From([3f, 4f]).RequireGrad();
        Tensor<float> x = Tensor.From([1f, 2f]);
        Tensor<float> loss = Ops.Sum(weights * x);

        x.AsMemory();

        Assert.Contains("that Multiply saved", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFlatStorageIsAllThatLiesBehindAWindow()
    {
        Tensor<float> x = Tensor.Arange<float>(6).Reshape(3, 2).RequireGrad();
        Tensor<float> storage = x[1].FlatStorage();

        Assert.Equal([0f, 1, 2, 3, 4, 5], storage.ToArray());
        Assert.True(storage.SharesStorageWith(x));
        Assert.False(storage.RequiresGrad);
    }

    [Fact]
    public void TensorsOverOneArrayKnowOfEachOther()
    {
        float[] array = [1, 2, 3, 4];
        Tensor<float> x = Tensor.FromArray(array, 2, 2);
        Tensor<float> tail = Tensor.FromMemory(array.AsMemory(1), 3);

        Assert.True(x.SharesStorageWith(tail));
        Assert.False(x.SharesStorageWith(Tensor.From(array, 2, 2)));

        // The argument overlaps with what is written, and is read before.
        tail.CopyFrom(Tensor.FromMemory(array.AsMemory(0, 3), 3));
        Assert.Equal([1f, 1, 2, 3], array);
    }

    [Fact]
    public void ASavedValueThatIsOverwrittenThroughTheArrayIsFoundWhereItIsTold()
    {
        float[] array = [1, 2];
        Tensor<float> weights = Tensor.From([3f, 4f]).RequireGrad();
        Tensor<float> x = Tensor.FromArray(array);
        foreach (Action write in (Action[])[() => Tensor.FromArray(array).Fill(5), () => x.AsSpan()[0] = 5, x.MarkWritten])
        {
            Tensor<float> loss = Ops.Sum(weights * x);
            write();
            Assert.Contains("that Multiply saved", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SpansAreTheMemoryItself()
    {
        Tensor<double> x = Tensor.Arange<double>(6).Reshape(2, 3);

        x[1].AsSpan()[2] = 50;

        Assert.Equal([0.0, 1, 2, 3, 4, 50], x.AsReadOnlySpan().ToArray());
        Assert.Equal(
            "AsSpan: the elements of (3, 2) do not lie in row-major order without gaps (strides (1, 3)); Clone() it first",
            Assert.Throws<InvalidOperationException>(() => x.T.AsSpan().Clear()).Message);
        Assert.Equal(
            "AsReadOnlySpan: the tensor (2) requires a gradient, of which the memory knows nothing; Detach() it first",
            Assert.Throws<InvalidOperationException>(() => Tensor.From([1f, 2f]).RequireGrad().AsReadOnlySpan().ToArray()).Message);
        Assert.Equal(2, Tensor.From([1f, 2f]).RequireGrad().Detach().AsSpan().Length);
    }

    [Fact]
    public void ArraysOfSeveralDimensionsGoBothWays()
    {
        int[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        int[,,] cube = { { { 1, 2 } }, { { 3, 4 } }, { { 5, 6 } } };
        int[,,,] four = { { { { 1 }, { 2 } } }, { { { 3 }, { 4 } } } };

        Assert.Equal(matrix, Tensor.From(matrix).ToArray2D());
        Assert.Equal(cube, Tensor.From(cube).ToArray3D());
        Assert.Equal(four, Tensor.From(four).ToArray4D());
        Assert.Equal(new[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, Tensor.From(matrix).T.ToArray2D());
        Assert.Equal(new int[0, 3], Tensor.Zeros<int>(0, 3).ToArray2D());
        Assert.Equal(
            "ToArray2D: the tensor (3, 1, 2) has 3 dimensions, not 2", Assert.Throws<ShapeException>(() => Tensor.From(cube).ToArray2D()).Message);
    }

    [Fact]
    public void WhatCannotBeSharedIsRefused()
    {
        Assert.Equal(
            "FromArray: 3 elements were given for the shape (2, 2), which has 4",
            Assert.Throws<ShapeException>(() => Tensor.FromArray([1f, 2f, 3f], 2, 2)).Message);
        Assert.Equal(
            "FromMemory: 2 elements were given for the shape (3), which has 3",
            Assert.Throws<ShapeException>(() => Tensor.FromMemory(new float[4].AsMemory(1, 2), 3)).Message);
        using NativeMemory native = new();
        Assert.StartsWith(
            "FromMemory: the memory is not part of an array, so a tensor cannot share it; copy it: Tensor.From(memory.Span, ...)",
            Assert.Throws<ArgumentException>(() => Tensor.FromMemory(native.Memory, 2)).Message);
    }

    /// <summary>Memory outside the managed heap.</summary>
    private sealed unsafe class NativeMemory : System.Buffers.MemoryManager<float>
    {
        private readonly float* _elements = (float*)System.Runtime.InteropServices.NativeMemory.AllocZeroed(2, sizeof(float));

        public override Span<float> GetSpan() => new(_elements, 2);

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => new(_elements + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing) => System.Runtime.InteropServices.NativeMemory.Free(_elements);
    }
}
