using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Creating
{
    public static readonly Chapter Chapter = new(
        "creating", "Creating tensors", Number, List, NestedList, MixedList, HostArray, Zeros, Ones, TwoByTwo, Empty, FromAShape, Range,
        RangeWithSteps, OneLikeAnother, OfItsOwn, Fixed);

    private static void Number()
    {
        Cell("A number makes a tensor without dimensions");
        Show(Tensor.Scalar(2.3f));
    }

    private static void List()
    {
        // The type is that of the numbers: 1f is a float, 1 an int. Nothing converts behind your back.
        Cell("A list makes a vector");
        Show(Tensor.From([1f, 2, 3]));
    }

    private static void NestedList()
    {
        // PyTorch's whole numbers are long; here they are what the array says.
        Cell("A rectangular array makes a matrix");
        var data = new long[,] { { 1, 2 }, { 3, 4 } };
        Show(Tensor.From(data));
    }

    private static void MixedList()
    {
        Cell("Whole numbers beside others become like them; C# decides it");
        var x = Tensor.From([3, 2.3f]);
        var pairs = Tensor.From(new long[,] { { 1, 2 }, { 3, 4 } });
        Show(x.Shape);
        Show(pairs.Shape);
    }

    private static void HostArray()
    {
        Cell("From copies an array, and keeps its type");
        var array = new double[,] { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } };
        var x = Tensor.From(array);
        array[0, 0] = 5;
        Show(x);
    }

    private static void Zeros()
    {
        Cell("Zeros of three dimensions");
        Show(Tensor.Zeros<float>(2, 3, 4));
    }

    private static void Ones()
    {
        Cell("Ones, which nothing tracks unless asked to");
        var a = Tensor.Ones<float>(2, 2);
        Show(a);
        Show(a.RequiresGrad);
    }

    private static void TwoByTwo()
    {
        Cell("The type is part of the tensor's type");
        Tensor<float> points = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
        Show(points);
        Show(points.ElementType);
    }

    private static void Empty()
    {
        // What the elements are is not defined.
        Cell("Empty reserves memory");
        Show(Tensor.Empty<float>(2, 4).Shape);
    }

    private static void FromAShape()
    {
        Cell("The sizes can be a list of their own");
        int[] shape = [2, 3];
        Show(Tensor.Rand<float>(shape).Shape);
        Show(Tensor.Ones<float>(shape));
        Show(Tensor.Zeros<float>(shape));
    }

    private static void Range()
    {
        Cell("Numbers up to an end that is left out");
        Show(Tensor.Arange<long>(9));
    }

    private static void RangeWithSteps()
    {
        // Arange counts; start and step are arithmetic.
        Cell("From -5 in steps of two");
        Show((2 * Tensor.Arange<long>(10)) - 5);
    }

    private static void OneLikeAnother()
    {
        Cell("Ones of another tensor's shape and type");
        var x = Tensor.From(new long[,] { { 1, 2 }, { 3, 4 } });
        var ones = Tensor.OnesLike(x);
        Show(ones);
        Show(ones.ElementType);
    }

    private static void OfItsOwn()
    {
        // PyTorch asks a tensor for new ones; what they would take over from it is said here.
        Cell("Ones of a size and type of their own");
        Show(Tensor.From([3, 2.3f]));
        Show(Tensor.Ones<double>(2, 4));
    }

    private static void Fixed()
    {
        Cell("The other tensors whose elements are known");
        var x = Tensor.From(new long[,] { { 1, 2 }, { 3, 4 } });
        Show(Tensor.Arange<long>(5) + 2);
        Show(Tensor.Ones<float>(2, 2));
        Show(Tensor.Zeros<float>(2, 2));
        Show(Tensor.OnesLike(x));
        Show(Tensor.ZerosLike(x));
        Show(Tensor.Linspace(0f, 1f, 5));
        Show(Tensor.Logspace(-1f, 1f, 5));
        Show(0.25f * Tensor.Arange<float>(4));
    }
}
