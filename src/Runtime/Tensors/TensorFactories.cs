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

    private static Tensor<T> Filled<T>(Shape shape, T value)
        where T : unmanaged
    {
        Tensor<T> result = Tensor<T>.Uninitialized(shape);
        result.Storage.Elements.AsSpan().Fill(value);
        return result;
    }
}
