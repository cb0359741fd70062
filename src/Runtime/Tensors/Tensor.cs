using TypedTensors.Autograd;

namespace TypedTensors;

/// <summary>What tensors of every element type have in common, and the functions that create tensors.</summary>
public abstract partial class Tensor
{
    private protected Tensor(Shape shape, int[] strides, int offset)
    {
        ShapeField = shape;
        StrideArray = strides;
        StorageOffset = offset;
    }

    // A field of its own, because the annotated property is a rule of the shape language as well.
    private protected Shape ShapeField { get; }

    /// <summary>The shape, where the element type is not known.</summary>
    internal Shape Sizes => ShapeField;

    internal int[] StrideArray { get; }

    /// <summary>The position in the storage of the first element, in elements.</summary>
    /// <remarks>Fixed but for a parameter, which moves once: when its model lays all parameters into one buffer.</remarks>
    public int StorageOffset { get; private protected set; }

    /// <summary>How many elements apart in the storage neighbours along each dimension lie; 0 repeats the same element.</summary>
    public ReadOnlySpan<int> Strides => StrideArray;

    /// <summary>The type of the elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>The part that autograd keeps of this tensor; null while it is not tracked.</summary>
    internal GradientHistory? History { get; set; }

    /// <summary>How often the storage has been written to since it was created.</summary>
    internal abstract int StorageVersion { get; }

    /// <summary>The storage, where the element type is not known.</summary>
    internal abstract object StorageObject { get; }
}
