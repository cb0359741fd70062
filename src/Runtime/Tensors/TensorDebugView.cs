using System.Diagnostics;
using TypedTensors.Autograd;

namespace TypedTensors;

/// <summary>What a debugger shows of a tensor when it is opened.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="tensor">The tensor.</param>
internal sealed class TensorDebugView<T>(Tensor<T> tensor)
    where T : unmanaged
{
    /// <summary>The sizes of the dimensions.</summary>
    public Shape Shape => tensor.Shape;

    /// <summary>The elements as a table.</summary>
    public string Elements => TensorFormatter.Full(tensor, PrintOptions.Default);

    /// <summary>The elements in row-major order.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Collapsed)]
    public T[] Values => tensor.ToArray();

    /// <summary>Where the elements lie: strides, offset, and whether they are in row-major order without gaps.</summary>
    public string Layout =>
        $"strides ({string.Join(", ", tensor.Strides.ToArray())}), offset {tensor.StorageOffset}{(tensor.IsContiguous ? ", contiguous" : "")}";

    /// <summary>What autograd knows: the operation that the tensor came from, or that it is a leaf.</summary>
    public string Gradient => tensor.History switch
    {
        null => "not tracked",
        { IsLeaf: true } => "leaf",
        { Node: GradientNode node } => $"computed by {node.Name}",
    };

    /// <summary>The accumulated gradient.</summary>
    public Tensor? Grad => tensor.History?.Grad;
}
