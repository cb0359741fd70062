using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Shapes
{
    public static readonly Chapter Chapter = new(
        "shapes", "Shapes", Reading, SizesOfAMatrix, Count, ReshapeVector, TransposeMatrix, SwapDimensions, InferredSize, RefusedSize,
        WindowOrCopy, RemoveOnes, InsertOnes, InsertAndRemove);

    private static void Reading()
    {
        Cell("The shape of a tensor");
        var x = Tensor.Randn<float>(4, 5);
        Show(x.Shape);
    }

    private static void SizesOfAMatrix()
    {
        Cell("The number of dimensions, and the size of one");
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } });
        Show(x);
        Show(x.Shape);
        Show(x.Rank);
        Show(x.Shape[0]);
    }

    private static void Count()
    {
        Cell("The number of elements");
        Show(Tensor.Zeros<float>(2, 3, 4).ElementCount);
    }

    private static void ReshapeVector()
    {
        Cell("Nine elements as three rows");
        var x = Tensor.Arange<float>(9);
        Show(x.Reshape(3, 3));
    }

    private static void TransposeMatrix()
    {
        Cell("Rows become columns");
        var x = Tensor.From(new long[,] { { 0, 1, 2 }, { 3, 4, 5 }, { 6, 7, 8 }, { 9, 10, 11 } });
        Show(x.T);
    }

    private static void SwapDimensions()
    {
        Cell("Two dimensions change places");
        var x = Tensor.Arange<long>(6).Reshape(1, 2, 3);
        Show(x.Transpose(0, 2));
    }

    private static void InferredSize()
    {
        Cell("One size may be left to be computed");
        var x = Tensor.From(new[,]
        {
            { 0.5957f, 0.1530f, 0.6742f, 2.1633f, -0.8518f }, { 1.6314f, 0.1742f, 0.1011f, -2.0100f, 1.3221f },
            { -0.7088f, -1.4634f, -0.4054f, -0.1133f, -0.4072f }, { 2.5957f, 0.6276f, -0.2501f, -1.7958f, 0.2987f },
        });
        Show(View(x, 5, -1));
    }

    private static void RefusedSize()
    {
        // With the sizes in the source this does not compile: TT1005.
        Cell("20 elements make no three rows");
        var x = OfUnknownShape(Tensor.Zeros<float>(4, 5));
        ShowRefusal(() => View(x, 3, -1));
    }

    private static void WindowOrCopy()
    {
        Cell("View never copies, and refuses where Reshape has to");
        var x = Tensor.Arange<long>(6).Reshape(2, 3);
        Show(x.T.Reshape(6));
        ShowRefusal(() => View(x.T, 6));
    }

    private static void RemoveOnes()
    {
        Cell("Dimensions of one element removed");
        var x = Tensor.From(new float[,,] { { { 0.2950f, 0.2918f, 0.0174f }, { 0.2824f, 0.2599f, 0.5837f }, { 0.7900f, 0.9243f, 0.3085f } } });
        Show(x.Shape);
        Show(x.Squeeze());
        Show(x.Squeeze().Shape);
    }

    private static void InsertOnes()
    {
        Cell("A dimension of one element inserted at each place");
        var t = Tensor.From(new[,] { { 0.5266f, 0.8089f, 0.2853f }, { 0.6115f, 0.5413f, 0.8346f }, { 0.8892f, 0.1913f, 0.1151f } });
        Show(t.Shape);
        Show(t.Unsqueeze(0).Shape);
        Show(t.Unsqueeze(1).Shape);
        Show(t.Unsqueeze(2).Shape);
    }

    private static void InsertAndRemove()
    {
        Cell("Inserted and removed again");
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        Show(x.Unsqueeze(0));
        Show(x.Unsqueeze(1));
        Show(x.Unsqueeze(0).Squeeze());
    }
}
