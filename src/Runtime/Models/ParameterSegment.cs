using System.Numerics;

namespace TypedTensors;

/// <summary>Parameters that lie beside each other in one buffer, so that one pass goes over all of them.</summary>
/// <param name="storage">The buffer.</param>
/// <param name="tensors">The parameters in the order of their memory.</param>
internal sealed class ParameterSegment<T>(ParameterStorage<T> storage, Tensor<T>[] tensors)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ParameterStorage<T> Storage => storage;

    public Tensor<T>[] Tensors => tensors;

    /// <summary>Where the segment begins in the buffer.</summary>
    public int Offset { get; } = tensors[0].StorageOffset;

    public int ElementCount { get; } = tensors.Sum(tensor => tensor.ElementCount);

    /// <summary>The longest segments that given parameters, which lie in such buffers, make up.</summary>
    public static ParameterSegment<T>[] Of(IEnumerable<Tensor<T>> parameters)
    {
        var segments = new List<ParameterSegment<T>>();
        foreach (IGrouping<Storage<T>, Tensor<T>> group in parameters.GroupBy(tensor => tensor.Storage))
        {
            var run = new List<Tensor<T>>();
            int end = -1;
            foreach (Tensor<T> tensor in group.OrderBy(tensor => tensor.StorageOffset))
            {
                if (tensor.StorageOffset != end && run.Count > 0)
                {
                    segments.Add(new ParameterSegment<T>((ParameterStorage<T>)group.Key, [.. run]));
                    run.Clear();
                }

                run.Add(tensor);
                end = tensor.StorageOffset + tensor.ElementCount;
            }

            segments.Add(new ParameterSegment<T>((ParameterStorage<T>)group.Key, [.. run]));
        }

        return [.. segments];
    }

    /// <summary>The segment's part of memory that has the buffer's layout.</summary>
    public Span<T> Of(T[] memory) => memory.AsSpan(Offset, ElementCount);
}
