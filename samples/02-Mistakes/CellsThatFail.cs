using TypedTensors;

namespace Mistakes;

/// <summary>The two cells of the beginner tutorials that end in an exception when they are run. Here they do not compile.</summary>
internal static class CellsThatFail
{
    public static void Run()
    {
        var x = Tensor.Linspace(0f, 1f, 5);
        var z = Tensor.Arange<float>(12).Reshape(3, 4);
        Console.WriteLine(x + z);
        Console.WriteLine(z * x);
    }
}
