using System.Numerics;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of zeros.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Zeros<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged => Tensor<T>.Zeroed(new Shape(shape));

    /// <summary>A tensor of ones.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Ones<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T> => Filled(new Shape(shape), T.One);

    /// <summary>A tensor whose elements are all the same.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="value">The value of every element.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Full<T>(T value, params ReadOnlySpan<int> shape)
        where T : unmanaged => Filled(new Shape(shape), value);

    /// <summary>A tensor of zeros with the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    [return: Shape("...like")]
    public static Tensor<T> ZerosLike<T>(Tensor<T> like)
        where T : unmanaged => Tensor<T>.Zeroed(like.Shape);

    /// <summary>A tensor of ones with the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    [return: Shape("...like")]
    public static Tensor<T> OnesLike<T>(Tensor<T> like)
        where T : unmanaged, INumber<T> => Filled(like.Shape, T.One);

    /// <summary>A tensor with the shape of another whose elements are all the same.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    /// <param name="value">The value of every element.</param>
    [return: Shape("...like")]
    public static Tensor<T> FullLike<T>(Tensor<T> like, T value)
        where T : unmanaged => Filled(like.Shape, value);

    /// <summary>A tensor without dimensions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="value">Its only element.</param>
    [return: Shape]
    public static Tensor<T> Scalar<T>(T value)
        where T : unmanaged => new(new Storage<T>([value]), Shape.Scalar, [], 0);

    /// <summary>The whole numbers from 0 up to, but not including, an end.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="count">How many numbers.</param>
    /// <exception cref="ShapeException">The count is negative.</exception>
    [return: Shape("count")]
    public static Tensor<T> Arange<T>([Dim] int count)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(count));
        Span<T> elements = result.View.Elements;
        for (int i = 0; i < elements.Length; i++)
            elements[i] = T.CreateTruncating(i);
        return result;
    }

    /// <summary>Numbers one apart, from a start up to, but not including, an end.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="end">What all numbers are below.</param>
    /// <exception cref="ArgumentException">The end lies before the start, or a bound is not finite.</exception>
    [return: Shape("_")]
    public static Tensor<T> Arange<T>(T start, T end)
        where T : unmanaged, INumber<T> => Arange(start, end, T.One);

    /// <summary>Numbers at equal distances, <c>start + i * step</c>, up to, but not including, an end.</summary>
    /// <remarks>There are <c>ceiling((end - start) / step)</c> numbers, each computed by itself, so that errors of rounding do not add up.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="end">Where to stop.</param>
    /// <param name="step">The distance, which may be negative.</param>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end, or a number is not finite.</exception>
    [return: Shape("_")]
    public static Tensor<T> Arange<T>(T start, T end, T step)
        where T : unmanaged, INumber<T>
    {
        if (!(T.IsFinite(start) && T.IsFinite(end) && T.IsFinite(step)))
            throw new ArgumentException($"Arange: {start}, {end} and {step} have to be finite");
        if (T.IsZero(step) || (start != end && T.IsNegative(step) != (end < start)))
            throw new ArgumentException($"Arange: steps of {step} do not lead from {start} to {end}");
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(StepsBetween(start, end, step)));
        Span<T> elements = result.View.Elements;
        for (int i = 0; i < elements.Length; i++)
            elements[i] = NumberAfter(start, step, i);
        return result;
    }

    /// <summary>The identity matrix.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="size">The number of rows and of columns.</param>
    /// <exception cref="ShapeException">The size is negative.</exception>
    [return: Shape("size, size")]
    public static Tensor<T> Eye<T>([Dim] int size)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> result = Tensor<T>.Zeroed(new Shape(size, size));
        Span<T> elements = result.View.Elements;
        for (int i = 0; i < elements.Length; i += size + 1)
            elements[i] = T.One;
        return result;
    }

    // In double, which is exact for the 24 bits of float and the indices; integers, of up to 64 bits, in wider integers.
    private static int StepsBetween<T>(T start, T end, T step)
        where T : unmanaged, INumber<T>
    {
        if (IsFractional<T>())
            return int.CreateChecked(Math.Ceiling((double.CreateChecked(end) - double.CreateChecked(start)) / double.CreateChecked(step)));
        Int128 distance = Int128.CreateChecked(end) - Int128.CreateChecked(start);
        (Int128 whole, Int128 rest) = Int128.DivRem(distance, Int128.CreateChecked(step));
        return int.CreateChecked(rest == 0 ? whole : whole + 1);
    }

    private static T NumberAfter<T>(T start, T step, int steps)
        where T : unmanaged, INumber<T> => IsFractional<T>()
        ? T.CreateChecked(double.CreateChecked(start) + (steps * double.CreateChecked(step)))
        : T.CreateChecked(Int128.CreateChecked(start) + (steps * Int128.CreateChecked(step)));

    private static bool IsFractional<T>()
        where T : INumber<T> => T.One / (T.One + T.One) != T.Zero;

    private static Tensor<T> Filled<T>(Shape shape, T value)
        where T : unmanaged
    {
        Tensor<T> result = Tensor<T>.Uninitialized(shape);
        result.Storage.Elements.AsSpan().Fill(value);
        return result;
    }
}
