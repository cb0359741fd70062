using System.Numerics;
using TypedTensors.Kernels.Indexing;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>For each class a vector that is 1 at its place and 0 elsewhere.</summary>
    /// <typeparam name="T">The element type of the result.</typeparam>
    /// <param name="index">Classes, of any shape.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <returns>A new tensor of the shape of the index with a dimension more: that of the classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a class, or <paramref name="classes"/> is negative.</exception>
    [Operation(typeof(OneHotOperation<,>))]
    [return: Shape("...index, classes")]
    public static Tensor<T> OneHot<T>(Tensor<int> index, [Dim] int classes)
        where T : unmanaged, INumber<T> => Eager.Run<OneHotOperation<T, int>, int, T>(new OneHotOperation<T, int>(classes), index);

    /// <inheritdoc cref="OneHot{T}(Tensor{int}, int)"/>
    [FormOf(typeof(Ops), nameof(OneHot))]
    public static Tensor<T> OneHot<T>(Tensor<long> index, [Dim] int classes)
        where T : unmanaged, INumber<T> => Eager.Run<OneHotOperation<T, long>, long, T>(new OneHotOperation<T, long>(classes), index);
}

/// <summary>Writes a 1 for each class.</summary>
/// <typeparam name="T">The element type of the result.</typeparam>
/// <typeparam name="TIndex">The integer type of the classes.</typeparam>
/// <param name="classes">How many classes there are.</param>
public readonly struct OneHotOperation<T, TIndex>(int classes) : IOperation<TIndex, T>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.OneHot));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        return new Shape([.. input.Sizes, classes]);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<TIndex> input, TensorView<T> result)
    {
        using ElementList<TIndex> index = new(input);
        Span<T> elements = result.Elements;
        elements.Clear();
        for (int i = 0; i < index.Values.Length; i++)
        {
            long value = long.CreateTruncating(index.Values[i]);
            if ((ulong)value >= (ulong)classes)
                throw IndexedElements.OutOfRange(nameof(index), $"OneHot: index {value} is not one of the {classes} classes");
            elements[(i * classes) + (int)value] = T.One;
        }
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<TIndex> input, TensorView<T> result, TensorView<TIndex> inputCotangent) =>
        throw new NotSupportedException("OneHot: integers have no gradient.");
}
