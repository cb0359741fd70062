using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>Memory outside of tensors, as numpy's arrays are in the cases: a piece of a C# array, and the sizes that are meant by it.</summary>
internal abstract class HostArray
{
    public abstract int[] Sizes { get; }

    /// <summary>A tensor over the memory.</summary>
    public abstract Tensor Share();

    /// <summary>A tensor with a copy of the elements.</summary>
    public abstract Tensor Copy();

    /// <summary>Adds to every element, in C# code that knows nothing of tensors.</summary>
    public abstract void Add(double number);

    /// <summary>An array of a type by PyTorch's name, with the elements of a tensor of any type.</summary>
    public static HostArray Create(Tensor elements, string elementType) => Operand.Of(ElementTypes.Convert(elements, elementType)).ToHostArray();
}

/// <summary>Memory of one element type.</summary>
/// <param name="memory">The memory.</param>
/// <param name="sizes">What it is taken for; C# has no array without dimensions, so that a single element is a vector.</param>
internal sealed class HostArray<T>(Memory<T> memory, ReadOnlySpan<int> sizes) : HostArray
    where T : unmanaged
{
    public Memory<T> Memory => memory;

    public override int[] Sizes { get; } = sizes.IsEmpty ? [1] : sizes.ToArray();

    public override Tensor Share() => Tensor.FromMemory(memory, Sizes);

    public override Tensor Copy() => Tensor.From<T>(memory.Span, Sizes);

    public override void Add(double number)
    {
        foreach (ref T element in memory.Span)
            element = Tensor.Scalar(Tensor.Scalar(element).To<double>().Item() + number).To<T>().Item();
    }

    public override string ToString() => $"[{string.Join(", ", memory.ToArray())}]";
}
