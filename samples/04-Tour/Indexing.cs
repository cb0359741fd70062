using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Indexing
{
    public static readonly Chapter Chapter = new(
        "indexing", "Indexing", OpenRange, FromTheEnd, ElementsRowsAndColumns, FirstElement, SelectRows, GatherAndFlatten,
        GatherAlongBoth, ScatterAlongRows, ScatterAlongColumns);

    private static void OpenRange()
    {
        Cell("Row 1 from column 2 on");
        var x = Tensor.From(new long[,] { { 1, 2, 3, 4, 5 }, { 6, 7, 8, 9, 10 } });
        Show(x[1, 2..]);
    }

    private static void FromTheEnd()
    {
        Cell("The last three columns of row 0");
        var x = Tensor.From(new long[,] { { 1, 2, 3, 4, 5 }, { 6, 7, 8, 9, 10 } });
        Show(x[0, ^3..]);
    }

    private static void ElementsRowsAndColumns()
    {
        Cell("Elements, columns and rows");
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        Show(x);
        Show(x[0, 0]);
        Show(x[0, 1]);
        Show(x[1, 0]);
        Show(x[1, 1]);
        Show(x[.., 0]);
        Show(x[.., 1]);
        Show(x[0, ..]);
        Show(x[1]);
    }

    private static void FirstElement()
    {
        Cell("An element as a number of C#");
        var points = Tensor.From([1f, 4, 2, 1, 3, 5]);
        Show(points.At(0));
        Show(points.Shape);
    }

    private static void SelectRows()
    {
        Cell("Rows by a tensor of indices");
        var x = Tensor.From(new[,]
        {
            { 0.1427f, 0.0231f, -0.5414f, -1.0009f }, { -0.4664f, 0.2647f, -0.1228f, -1.1068f }, { -1.1734f, -0.6571f, 0.7230f, -0.6004f },
        });
        var indices = Tensor.From([0L, 2]);
        Show(x.IndexSelect(0, indices));
    }

    private static void GatherAndFlatten()
    {
        Cell("One element of each row");
        var a = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        var indices = Tensor.From(new long[,] { { 0 }, { 1 } });
        Show(a.Gather(1, indices).Flatten());
    }

    private static void GatherAlongBoth()
    {
        Cell("Gather along each dimension");
        var a = (Tensor.Arange<float>(9) + 1).Reshape(3, 3);
        var i = Tensor.From(new long[,] { { 0, 1, 2 }, { 2, 0, 1 } });
        Show(a.Gather(0, i));
        var j = Tensor.From(new long[,] { { 0, 0 }, { 2, 1 }, { 1, 1 } });
        Show(a.Gather(1, j));
    }

    private static void ScatterAlongRows()
    {
        // Scatter gives a new tensor; what was scattered into is not changed.
        Cell("Elements laid into rows that an index names");
        var x = Tensor.Zeros<float>(3, 5);
        var index = Tensor.From(new long[,] { { 0, 1, 2, 0 } });
        var source = (Tensor.Arange<float>(10) + 1).Reshape(2, 5);
        Show(x.Scatter(0, index, source));
    }

    private static void ScatterAlongColumns()
    {
        Cell("Elements laid into columns; CopyFrom writes the result back in place");
        var x = Tensor.Zeros<float>(3, 5);
        var index = Tensor.From(new long[,] { { 0, 1, 2 }, { 0, 1, 4 } });
        var source = (Tensor.Arange<float>(10) + 1).Reshape(2, 5);
        x.CopyFrom(x.Scatter(1, index, source));
        Show(x);
        var y = Tensor.Zeros<float>(2, 4);
        var j = Tensor.From(new long[,] { { 2 }, { 3 } });
        Show(y.Scatter(1, j, Tensor.Full(1.23f, 2, 1)));
    }
}
