using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public sealed partial class Tensor<T>
{
    /// <summary>The elements in row-major order, copied.</summary>
    public T[] ToArray()
    {
        T[] elements = GC.AllocateUninitializedArray<T>(ElementCount);
        StridedCopy.Run(View, new TensorView<T>(elements, ShapeField.Sizes, ShapeField.RowMajorStrides()));
        return elements;
    }

    /// <summary>The only element of a tensor that has exactly one, whatever its rank.</summary>
    /// <exception cref="ShapeException">The tensor has another number of elements.</exception>
    public T Item() => ElementCount == 1
        ? View.First
        : throw new ShapeException($"Item: a tensor {Shape} has {ElementCount} elements, not exactly one");

    /// <summary>One element.</summary>
    /// <param name="indices">One index for each dimension; a negative one counts from the end.</param>
    /// <exception cref="ShapeException">The number of indices is not the rank, or an index is out of range.</exception>
    public T At(params ReadOnlySpan<int> indices)
    {
        if (indices.Length != Rank)
            throw new ShapeException($"At: {indices.Length} indices were given for a tensor {Shape} of rank {Rank}");
        int position = 0;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            int size = ShapeField.Sizes[axis];
            int index = indices[axis] < 0 ? indices[axis] + size : indices[axis];
            if ((uint)index >= (uint)size)
                throw new ShapeException($"At: index {indices[axis]} is out of range for dimension {axis} of {Shape}, which has size {size}");
            position += index * StrideArray[axis];
        }

        return View.Buffer[position];
    }
}
