using System.Numerics;
using System.Runtime.CompilerServices;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Types
{
    public static readonly Chapter Chapter = new(
        "types", "Element types", Table, RangeOfFloats, Conversions, ElementTypeOfAnArray, Attributes, Library);

    private static void Table()
    {
        Cell("The eight types of the tutorials, their bytes and their range");
        Row<Half>("float16");
        Row<float>("float32");
        Row<double>("float64");
        Row<byte>("uint8");
        Row<sbyte>("int8");
        Row<short>("int16");
        Row<int>("int32");
        Row<long>("int64");
    }

    private static void Row<T>(string name)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        Console.WriteLine($"{name,-7} {Tensor.Zeros<T>(1).ElementType.Name,-6} {Unsafe.SizeOf<T>()} {T.MinValue} {T.MaxValue}");

    private static void RangeOfFloats()
    {
        Cell("A float has four bytes and reaches to 3.4e38");
        Show(sizeof(float));
        Show(float.MinValue);
        Show(float.MaxValue);
    }

    private static void Conversions()
    {
        // PyTorch widens one side of an operation on two types by a table. Here both have one type, or the code does not compile.
        Cell("Types meet only where a conversion is written");
        var counts = Tensor.From([1, 2, 3]);
        var shares = Tensor.From([0.5f, 0.25f, 0.25f]);
        Show(counts.To<float>() * shares);
        Show(counts.To<long>() + Tensor.From([10L, 20, 30]));
        Show(counts.TrueDivide(Tensor.From([2, 2, 2])));
        Show((shares > 0.3f).To<int>());
    }

    private static void ElementTypeOfAnArray()
    {
        // In PyTorch the default depends on the platform; a C# int has four bytes everywhere.
        Cell("The type of an array of whole numbers");
        Show(new[,] { { 1, 2 }, { 3, 4 } }.GetType().GetElementType());
    }

    private static void Attributes()
    {
        Cell("Shape, type and place of a tensor");
        var t = Tensor.Rand<float>(3, 4);
        Show(t.Shape);
        Show(t.ElementType);
        Show(t.Device);
    }

    private static void Library()
    {
        Cell("The library in use");
        Show(typeof(Tensor).Assembly.GetName().Name);
        Show(typeof(Tensor).Assembly.GetName().Version > new Version(0, 0));
    }
}
