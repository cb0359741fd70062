using TypedTensors;

namespace Mistakes;

/// <summary>The two cells of the beginner tutorials that end in an exception when they are run. Here they do not compile.</summary>
internal static class CellsThatFail
{
    public static void Run()
    {
        var x = Tensor.From([0f, 0.25f, 0.5f, 0.75f, 1f]);
        var z = Tensor.From(new float[,] { { 0, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 10, 11 } });
        Console.WriteLine(x + z);
        Console.WriteLine(z * x);
    }
}
