namespace TypedTensors.Tests.Operations;

/// <content>Operations that move elements, and those on indices and masks.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> StructureCases => new()
    {
        ["Trace"] = Both(default(TraceOperation<float>)),
        ["Tril"] = Both(new TrilOperation<float>(1)),
        ["Triu"] = Both(new TriuOperation<float>(-1)),
        ["Flip"] = Both(new FlipOperation<float>([0, 1])),
        ["Roll"] = Both(new RollOperation<float>([1, 2], [0, 1])),
        ["Tile"] = Both(new TileOperation<float>([2, 3])),
        ["Pad"] = Both(new PadOperation<float>([1, 2, -1, 1], 2)),
        ["PadReflect"] = Both(new PadReflectOperation<float>([1, 2, 2, 1])),
        ["PadReplicate"] = Both(new PadReplicateOperation<float>([1, 2, 2, 1])),
        ["IndexSelect"] = [Two(new IndexSelectOperation<float, int>(1), Random(5, 7), Indices(4), null)],
        ["Gather"] = [Two(new GatherOperation<float, int>(0), Random(5, 7), Indices(4, 7), null)],
        ["MaskedFill"] = [Two(new MaskedFillOperation<float>(2), Random(7), Tensor.Full(true, 5, 7), null)],
        ["Scatter"] = [Scattered(new ScatterOperation<float, int>(0))],
        ["ScatterAdd"] = [Scattered(new ScatterAddOperation<float, int>(0))],
        ["OneHot"] = [OneHot()],
        ["Embedding"] = [Embedding()],
    };

    private static Action[] Both<TOperation>(TOperation operation)
        where TOperation : struct, IOperation<float, float> => [One(operation, Random(5, 7)), One(operation, Random(7, 5).T)];

    private static Tensor<int> Indices(params ReadOnlySpan<int> sizes) => Tensor.Ones<int>(sizes);

    private static Action Scattered<TOperation>(TOperation operation)
        where TOperation : struct, IOperation<float, int, float, float>
    {
        (Tensor<float> x, Tensor<float> source, Tensor<int> index) = (Random(5, 7), Random(3, 7), Indices(3, 7));
        (Tensor<float> result, Tensor<float> xGradient, Tensor<float> sourceGradient) = (Random(5, 7), Random(5, 7), Random(3, 7));
        return () =>
        {
            operation.Forward(x.View, index.View, source.View, result.View);
            operation.Pullback(x.View, x.View, index.View, source.View, result.View, xGradient.View, default, sourceGradient.View);
        };
    }

    private static Action OneHot()
    {
        OneHotOperation<float, int> operation = new(3);
        (Tensor<int> index, Tensor<float> result) = (Indices(4), Random(4, 3));
        return () => operation.Forward(index.View, result.View);
    }

    private static Action Embedding()
    {
        EmbeddingOperation<float, int> operation = new(0);
        (Tensor<int> index, Tensor<float> table) = (Indices(4), Random(3, 5));
        (Tensor<float> result, Tensor<float> gradient) = (Random(4, 5), Random(3, 5));
        return () =>
        {
            operation.Forward(index.View, table.View, result.View);
            operation.Pullback(result.View, index.View, table.View, result.View, default, gradient.View);
        };
    }
}
