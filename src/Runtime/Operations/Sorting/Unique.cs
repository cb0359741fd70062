using System.Numerics;

namespace TypedTensors;

// How many elements there are only the values tell. An operation's result has a shape that follows from shapes, so this is none.
public static partial class Ops
{
    /// <summary>The distinct elements in ascending order.</summary>
    /// <remarks>Every NaN is distinct, and they come last. There is no gradient.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <returns>A vector.</returns>
    [return: Shape("_")]
    public static Tensor<T> Unique<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        using IDisposable untracked = NoGrad();
        T[] sorted = Sort(Flatten(x)).Values.ToArray();
        int count = 0;
        foreach (T value in sorted)
        {
            if (count == 0 || value != sorted[count - 1])
                sorted[count++] = value;
        }

        return Tensor.From(sorted.AsSpan(0, count).ToArray());
    }
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Unique{T}(Tensor{T})"/>
        [return: Shape("_")]
        public Tensor<T> Unique() => Ops.Unique(x);
    }
}
