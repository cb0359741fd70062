using System.Runtime.CompilerServices;
using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Joining
{
    public static readonly Chapter Chapter = new(
        "joining", "Joining and cutting", StackRows, StackColumns, CatRows, CatColumns, ChunkColumns, ChunkRows, UnevenChunks,
        LastChunk, SplitByTwo, SplitByThree, SplitOrChunk);

    private static void StackRows()
    {
        Cell("Vectors stacked as rows");
        var (x, y, z) = (Tensor.From([1f, 4]), Tensor.From([2f, 5]), Tensor.From([3f, 6]));
        Show(x);
        Show(y);
        Show(z);
        Show(Stack([x, y, z]));
    }

    private static void StackColumns()
    {
        Cell("The same vectors as columns");
        var (x, y, z) = (Tensor.From([1f, 4]), Tensor.From([2f, 5]), Tensor.From([3f, 6]));
        Show(Stack([x, y, z], dim: 1));
    }

    private static void CatRows()
    {
        Cell("Joined along the first dimension");
        var a = Tensor.From(new float[,,] { { { -0.3583f, -0.6649f, -0.7699f }, { 0.2770f, -0.7271f, -0.1938f }, { -0.6789f, 1.1264f, 0.5664f } } });
        var b = Tensor.From(new float[,,] { { { 0.2721f, -0.6726f, 0.3970f }, { -0.5247f, -0.7592f, 2.1368f }, { 0.7761f, 0.9803f, 0.5567f } } });
        var c = Cat([a, b], 0);
        Show(a);
        Show(c);
        Show(c.Shape);
    }

    private static void CatColumns()
    {
        Cell("Joined along the second; a wide range of numbers is written with powers of ten");
        var a = Tensor.From(new float[,,]
        {
            { { -1.1733e-03f, -0.43239f, -1.3567f }, { 3.0471f, -4.4636e-03f, 2.2223f }, { -1.9951f, -0.095557f, 0.56744f } },
        });
        var b = Tensor.From(new float[,,]
        {
            { { 1.7928f, -0.4607f, -1.4824f }, { -1.0256f, 1.5199f, -0.52025f }, { 0.5470f, 1.2833f, -0.9503f } },
        });
        var c = Cat([a, b], 1);
        Show(a);
        Show(c);
        Show(c.Shape);
    }

    private static void ChunkColumns()
    {
        Cell("Three pieces of two columns");
        ShowPieces(Chunked.Chunk(3, dim: 1));
    }

    private static void ChunkRows()
    {
        Cell("Three pieces of one row");
        ShowPieces(Chunked.Chunk(3));
    }

    private static void UnevenChunks()
    {
        Cell("Six elements in four chunks make three");
        ShowPieces(Tensor.Arange<long>(6).Chunk(4));
    }

    private static void LastChunk()
    {
        Cell("The last chunk is the shorter one");
        ShowPieces(Tensor.Arange<long>(7).Chunk(3));
    }

    private static void SplitByTwo()
    {
        Cell("Pieces of at most two columns");
        Show(Divided);
        ShowPieces(Divided.Split(2, dim: 1));
    }

    private static void SplitByThree()
    {
        Cell("Pieces of at most three columns");
        ShowPieces(Divided.Split(3, dim: 1));
    }

    private static void SplitOrChunk()
    {
        Cell("Split takes a size, Chunk a number of pieces");
        var x = Tensor.Arange<long>(6).Reshape(1, 6);
        ShowPieces(x.Split(4, dim: 1));
        ShowPieces(x.Chunk(4, dim: 1));
    }

    private static Tensor<float> Chunked => Tensor.From(new[,]
    {
        { 0.3689f, 0.1062f, 0.2107f, 0.5015f, 0.1940f, 0.4208f }, { 0.3150f, 0.0374f, 0.9178f, 0.3048f, 0.2871f, 0.1266f },
        { 0.5462f, 0.0909f, 0.7775f, 0.6377f, 0.5235f, 0.3855f },
    });

    private static Tensor<float> Divided => Tensor.From(new[,]
    {
        { 0.3863f, 0.7543f, 0.2620f, 0.9993f, 0.2195f, 0.6585f }, { 0.1030f, 0.0539f, 0.6367f, 0.7879f, 0.3090f, 0.5036f },
        { 0.3409f, 0.8318f, 0.6962f, 0.3251f, 0.9718f, 0.7740f },
    });

    // The pieces are windows on the memory of the whole.
    private static void ShowPieces<T>(Tensor<T>[] pieces, [CallerArgumentExpression(nameof(pieces))] string expression = "")
        where T : unmanaged
    {
        for (int i = 0; i < pieces.Length; i++)
            Show(pieces[i], $"{expression}[{i}]");
    }
}
