using System.Runtime.InteropServices;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A vector with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements.</param>
    [return: Shape("...elements")]
    public static Tensor<T> From<T>(T[] elements)
        where T : unmanaged => From<T>(elements, elements.Length);

    /// <summary>A vector with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements.</param>
    [return: Shape("...elements")]
    public static Tensor<T> From<T>(ReadOnlySpan<T> elements)
        where T : unmanaged => From(elements, elements.Length);

    /// <summary>A matrix with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements, row by row.</param>
    [return: Shape("...elements")]
    public static Tensor<T> From<T>(T[,] elements)
        where T : unmanaged => FromElements<T>(elements, elements.GetLength(0), elements.GetLength(1));

    /// <summary>A tensor of rank 3 with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements.</param>
    [return: Shape("...elements")]
    public static Tensor<T> From<T>(T[,,] elements)
        where T : unmanaged => FromElements<T>(elements, elements.GetLength(0), elements.GetLength(1), elements.GetLength(2));

    /// <summary>A tensor of rank 4 with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements.</param>
    [return: Shape("...elements")]
    public static Tensor<T> From<T>(T[,,,] elements)
        where T : unmanaged =>
        FromElements<T>(elements, elements.GetLength(0), elements.GetLength(1), elements.GetLength(2), elements.GetLength(3));

    /// <summary>A tensor of any shape with a copy of given elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The elements in row-major order.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">The shape has another number of elements.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> From<T>(ReadOnlySpan<T> elements, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var sizes = new Shape(shape);
        if (sizes.ElementCount != elements.Length)
            throw new ShapeException($"From: {elements.Length} elements were given for the shape {sizes}, which has {sizes.ElementCount}");
        return new Tensor<T>(new Storage<T>(elements.ToArray()), sizes);
    }

    private static Tensor<T> FromElements<T>(Array elements, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ref T first = ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements));
        return From<T>(MemoryMarshal.CreateReadOnlySpan(ref first, elements.Length), shape);
    }
}
