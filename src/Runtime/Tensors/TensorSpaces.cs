using System.Numerics;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>Numbers at equal distances, both ends included.</summary>
    /// <remarks>Each half is counted from its own end, so that the numbers are symmetric and the last one is exact.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">How many numbers; one alone is <paramref name="start"/>.</param>
    /// <exception cref="ShapeException">The count is negative.</exception>
    [return: Shape("steps")]
    public static Tensor<T> Linspace<T>(T start, T end, [Dim] int steps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(steps));
        Span<T> elements = result.View.Elements;
        T step = steps > 1 ? (end - start) / T.CreateTruncating(steps - 1) : T.Zero;
        for (int i = 0; i < elements.Length; i++)
            elements[i] = i < (steps + 1) / 2 ? start + (step * T.CreateTruncating(i)) : end - (step * T.CreateTruncating(steps - 1 - i));
        return result;
    }

    /// <summary>A base to the power of numbers at equal distances: <c>baseValue^start</c> to <c>baseValue^end</c>, both included.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="baseValue">The base.</param>
    /// <exception cref="ShapeException">The count is negative.</exception>
    [return: Shape("steps")]
    public static Tensor<T> Logspace<T>(T start, T end, [Dim] int steps, T baseValue)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Linspace(start, end, steps);
        foreach (ref T element in result.View.Elements)
            element = T.Pow(baseValue, element);
        return result;
    }

    /// <summary>As <see cref="Logspace{T}(T, T, int, T)"/>, to the base 10.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">How many numbers.</param>
    /// <exception cref="ShapeException">The count is negative.</exception>
    [return: Shape("steps")]
    public static Tensor<T> Logspace<T>(T start, T end, [Dim] int steps)
        where T : unmanaged, IFloatingPointIeee754<T> => Logspace(start, end, steps, T.CreateTruncating(10));

    /// <summary>A matrix with ones on the diagonal that begins in the corner, and zeros elsewhere.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("rows, columns")]
    public static Tensor<T> Eye<T>([Dim] int rows, [Dim] int columns)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> result = Tensor<T>.Zeroed(new Shape(rows, columns));
        Span<T> elements = result.View.Elements;
        for (int i = 0; i < Math.Min(rows, columns); i++)
            elements[i * (columns + 1)] = T.One;
        return result;
    }

    /// <summary>A tensor whose elements are not defined: for what writes every element before it reads one.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Empty<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged => Tensor<T>.Uninitialized(new Shape(shape));
}
