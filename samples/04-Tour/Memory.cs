using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Memory
{
    public static readonly Chapter Chapter = new(
        "memory", "Memory and arrays", FlatStorage, Layout, RowOfAStorage, AddInPlace, CopyAndTranspose, IntoADestination, OneElement,
        MoreThanOneElement, SharedArray, ArrayAndTensor, WriteThroughTheArray, WriteThroughASpan, TrackedTensor, Image, ScalarArray);

    private static Tensor<float> Points => Tensor.From(new float[,] { { 1, 4 }, { 2, 1 }, { 3, 5 } });

    private static void FlatStorage()
    {
        // The storage itself is not shown; where a tensor fills it, its span is all of it.
        Cell("A matrix is a window on flat memory");
        var points = Points;
        Show(string.Join(" ", points.AsReadOnlySpan().ToArray()));
    }

    private static void Layout()
    {
        Cell("Sizes, the offset of the first element, and the steps from one to the next");
        var points = Points;
        Show(points.Shape);
        Show(points.StorageOffset);
        Show(string.Join(" ", points.Strides.ToArray()));
        var second = points[1];
        Show(second);
        Show(second.StorageOffset);
    }

    private static void RowOfAStorage()
    {
        Cell("A row and the transpose lie over the same memory");
        var points = Points;
        Show(points[1].SharesStorageWith(points));
        Show(points.T.SharesStorageWith(points));
        Show(string.Join(" ", points.T.Strides.ToArray()));
        Show(points.T.IsContiguous);
    }

    private static void AddInPlace()
    {
        // y += x would make a new tensor and leave the old one as it is.
        Cell("Methods that end in InPlace change the tensor");
        var x = Tensor.From(new[,] { { 0.3282f, 0.9362f }, { 0.4801f, 0.0954f } });
        var y = Tensor.From(new[,] { { 0.4059f, 0.5777f }, { 0.1736f, 0.3332f } });
        Show(y.AddInPlace(x));
        Show(y);
    }

    private static void CopyAndTranspose()
    {
        // A tensor's shape never changes; the variable takes the transpose.
        Cell("Elements copied, and the variable bound to the transpose");
        var x = Tensor.Zeros<float>(2, 3);
        x.CopyFrom(Tensor.Arange<float>(6).Reshape(2, 3));
        x = x.T;
        Show(x);
    }

    private static void IntoADestination()
    {
        // A result that does not fit is refused: PyTorch would change the shape of the destination, with a warning.
        Cell("A sum written into a tensor that is there");
        var x = Tensor.From(new[,] { { 0.2687f, 0.3613f }, { 0.7295f, 0.6420f } });
        var y = Tensor.From(new[,] { { 0.6375f, 0.6609f }, { 0.1217f, 0.4396f } });
        var result = Tensor.Empty<float>(2, 2);
        result.CopyFrom(x + y);
        Show(result);
    }

    private static void OneElement()
    {
        Cell("The only element as a number");
        var a = Tensor.From([0.1660282462835312f]);
        Show(a);
        Show((double)a.Item());
        Show(a.ElementType);
    }

    private static void MoreThanOneElement()
    {
        Cell("Of two elements neither is the only one");
        var a = Tensor.From([-1.1308f, 0.9480f]);
        ShowRefusal(() => a.Item());
    }

    private static void SharedArray()
    {
        Cell("FromArray shares an array, and keeps its type");
        int[] array = [1, 2, 3, 4];
        var x = Tensor.FromArray(array, 2, 2);
        Show(x);
        Show(x.ElementType);
    }

    private static void ArrayAndTensor()
    {
        Cell("What one writes the other shows");
        float[] array = [1, 1, 1, 1, 1, 1, 1];
        var a = Tensor.FromArray(array);
        Show(string.Join(" ", array));
        Show(a);
        a.AddInPlace(1);
        Show(a);
        Show(string.Join(" ", array));
        Show(array.GetType());
        Show(a.GetType().Name);
    }

    private static void WriteThroughTheArray()
    {
        Cell("A write to the array");
        double[] array = [1, 1, 1, 1, 1, 1, 1];
        var b = Tensor.FromArray(array);
        Show(string.Join(" ", array));
        for (int i = 0; i < array.Length; i++)
            array[i]++;
        b.MarkWritten();
        Show(string.Join(" ", array));
        Show(b);
    }

    private static void WriteThroughASpan()
    {
        Cell("A write through a span of the tensor's memory");
        var b = Tensor.FromArray([2.0, 2, 2, 2, 2, 2, 2]);
        foreach (ref double element in b.AsSpan())
            element += 2;
        Show(string.Join(" ", b.ToArray()));
    }

    private static void TrackedTensor()
    {
        Cell("The memory of a tracked tensor is not shown until it is detached");
        var w = Tensor.Ones<float>(2).RequireGrad();
        ShowRefusal(() => w.AsSpan());
        Show(string.Join(" ", w.Detach().AsSpan().ToArray()));
    }

    private static void Image()
    {
        Cell("One image of a batch as an array of C#");
        var images = Tensor.Rand<float>(32, 1, 28, 28);
        var labels = Tensor.RandInt(0L, 10, 32);
        var image = images[0].Squeeze();
        Show(image.Shape);
        float[,] array = image.ToArray2D();
        Show((array.GetLength(0), array.GetLength(1)));
        Show(labels[0].Shape);
    }

    private static void ScalarArray()
    {
        Cell("A label as a number");
        var label = Tensor.Scalar(1L);
        Show(label.Item());
    }
}
