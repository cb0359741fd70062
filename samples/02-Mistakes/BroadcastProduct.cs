using TypedTensors;

namespace Mistakes;

/// <summary>The same with a product, and sizes that are computed.</summary>
internal static class BroadcastProduct
{
    public static void Run(int rows)
    {
        int columns = 2;
        var table = Tensor.Ones<float>(rows, 2 * columns);
        var weights = Tensor.Ones<float>(columns + 3);
        Console.WriteLine(table * weights);
    }
}
