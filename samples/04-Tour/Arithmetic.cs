using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Arithmetic
{
    public static readonly Chapter Chapter = new(
        "arithmetic", "Arithmetic and broadcasting", Operands, Sine, Families, Inverse, Add, Subtract, Multiply, Divide, Rounding,
        ClampAll, ClampSome, Equality, BroadcastProduct, BroadcastSum, BroadcastProductOfTypes, RefusedSum, RefusedProduct);

    private static Tensor<float> X => Tensor.From([0f, 0.25f, 0.5f, 0.75f, 1f]);

    private static Tensor<float> Y => Tensor.From(new float[,] { { 0 }, { 1 }, { 2 } });

    private static Tensor<long> Z => Tensor.From(new long[,] { { 0, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 10, 11 } });

    private static void Operands()
    {
        Cell("What this chapter computes with");
        Show(X);
        Show(Y);
        Show(Z);
    }

    private static void Sine()
    {
        Cell("The sine of every element");
        Show(Sin(X));
    }

    private static void Families()
    {
        Cell("Trigonometric and hyperbolic functions, powers of e and logarithms");
        var x = X;
        Show(Cos(x));
        Show(Tan(x));
        Show(Sinh(x));
        Show(Cosh(x));
        Show(Tanh(x));
        Show(Exp(x));
        Show(Log(x + 1));
        Show(Log(x));
    }

    private static void Inverse()
    {
        Cell("Exp and Log undo each other");
        var x = Tensor.From([0.1f, 1, 2.5f]);
        Show(Log(Exp(x)));
        Show(Exp(Log(x)));
    }

    private static void Add()
    {
        Cell("A sum as an operator and as a function");
        var x = Tensor.From(new[,] { { 0.3282f, 0.9362f }, { 0.4801f, 0.0954f } });
        var y = Tensor.From(new[,] { { 0.4059f, 0.5777f }, { 0.1736f, 0.3332f } });
        Show(x);
        Show(y);
        Show(x + y);
        Show(Ops.Add(x, y));
    }

    private static void Subtract()
    {
        Cell("A difference");
        var x = Tensor.From(new[,] { { 0.3282f, 0.9362f }, { 0.4801f, 0.0954f } });
        var y = Tensor.From(new[,] { { 0.4059f, 0.5777f }, { 0.1736f, 0.3332f } });
        Show(x - y);
        Show(Ops.Subtract(x, y));
    }

    private static void Multiply()
    {
        Cell("A product, element by element");
        var x = Tensor.From(new[,] { { 0.3282f, 0.9362f }, { 0.4801f, 0.0954f } });
        var y = Tensor.From(new[,] { { 0.7341f, 1.5138f }, { 0.6537f, 0.4285f } });
        Show(x * y);
        Show(Ops.Multiply(x, y));
    }

    private static void Divide()
    {
        Cell("A quotient");
        var x = Tensor.From(new[,] { { 0.3282f, 0.9362f }, { 0.4801f, 0.0954f } });
        var y = Tensor.From(new[,] { { 0.7341f, 1.5138f }, { 0.6537f, 0.4285f } });
        Show(x / y);
        Show(Ops.Divide(x, y));
    }

    private static void Rounding()
    {
        Cell("Absolute values, and rounding up and down");
        var a = Tensor.From(new[,] { { -1.7914f, -1.8692f } });
        Show(Abs(a));
        Show(Ceiling(a));
        Show(Floor(a));
    }

    private static void ClampAll()
    {
        Cell("Clamp moves what is outside to the nearer limit");
        var a = Tensor.From(new[,] { { -1.7914f, -1.8692f } });
        Show(Clamp(a, -0.5f, 0.5f));
    }

    private static void ClampSome()
    {
        Cell("What is inside stays");
        var b = Tensor.From(new[,] { { 0.1901f, -1.0838f, -3.7662f }, { -1.1350f, -3.5017f, -3.0075f } });
        Show(b);
        Show(Clamp(b, -0.2f, 0.2f));
    }

    private static void Equality()
    {
        // == compares references in C#, so elements are compared by a method.
        Cell("Eq compares elements");
        Show(X.Eq(X.Clone()));
        Show(All(X.Eq(X.Clone())));
    }

    private static void BroadcastProduct()
    {
        Cell("A vector of 5 times a column of 3 gives a table");
        Show(X * Y);
    }

    private static void BroadcastSum()
    {
        // The floats and the whole numbers meet where the conversion is written.
        Cell("A column of floats plus a table of whole numbers");
        Show(Y + Z.To<float>());
    }

    private static void BroadcastProductOfTypes()
    {
        Cell("The same as a product");
        Show(Y * Z.To<float>());
    }

    private static void RefusedSum()
    {
        // With sizes in the source this is an error of the compiler, TT1001.
        Cell("A vector of 5 does not fit rows of 4");
        var z = Z.To<float>();
        ShowRefusal(() => _ = X + z);
    }

    private static void RefusedProduct()
    {
        Cell("Nor does it the other way round");
        var z = Z.To<float>();
        ShowRefusal(() => _ = z * X);
    }
}
