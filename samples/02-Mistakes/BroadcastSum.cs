using TypedTensors;

namespace Mistakes;

/// <summary>A row of 5 does not fit a table with 4 columns.</summary>
internal static class BroadcastSum
{
    public static void Run()
    {
        var table = Tensor.Ones<float>(3, 4);
        var row = Tensor.Ones<float>(5);
        Console.WriteLine(table + row);
    }
}
