namespace TypedTensors;

// How many elements there are only the mask's values tell. An operation's result has a shape that follows from shapes, so this is composed of others.
public static partial class Ops
{
    /// <summary>The elements where a mask is true, in row-major order.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="mask">Which to take; both are broadcast together.</param>
    /// <returns>A vector as long as the mask, broadcast, is true.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [return: Shape("_")]
    public static Tensor<T> MaskedSelect<T>(Tensor<T> x, Tensor<bool> mask)
        where T : unmanaged
    {
        if (!Broadcasting.TryCombine(x.Shape, mask.Shape, out Shape shape))
            throw new ShapeException($"MaskedSelect: shapes do not broadcast: x {x.Shape} and mask {mask.Shape}");
        List<int> taken = [];
        bool[] isTaken = Expand(mask, shape.Sizes).ToArray();
        for (int i = 0; i < isTaken.Length; i++)
        {
            if (isTaken[i])
                taken.Add(i);
        }

        return IndexSelect(Flatten(Expand(x, shape.Sizes)), 0, Tensor.From(taken.ToArray()));
    }
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.MaskedSelect{T}(Tensor{T}, Tensor{bool})"/>
        [return: Shape("_")]
        public Tensor<T> MaskedSelect(Tensor<bool> mask) => Ops.MaskedSelect(x, mask);
    }
}
