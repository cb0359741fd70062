using System.Numerics;
using TypedTensors.Kernels.Gemm;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Einsum;

/// <summary>Products of two nodes as batches of matrix products.</summary>
internal static class MatrixPair
{
    /// <summary>Multiplies two nodes and sums over the inner labels.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="step">Which ones.</param>
    /// <param name="product">The node that is the product.</param>
    /// <param name="isLast">Whether the destination has all labels of the product, and no others.</param>
    /// <returns>Whether the product went to the destination.</returns>
    public static unsafe bool Multiply<T>(Nodes<T> nodes, ContractionStep step, int product, bool isLast)
        where T : unmanaged, INumber<T>
    {
        // The labels of each side in the order in which they lie in memory, so that several make one dimension where they can.
        int count = nodes.Plan.Sizes.Length;
        Span<int> leftStrides = stackalloc int[count], rightStrides = stackalloc int[count];
        nodes.StridesOf(step.Left).CopyTo(leftStrides);
        nodes.StridesOf(step.Right).CopyTo(rightStrides);
        Span<int> batch = Nodes<T>.Sort(step.Batch, leftStrides, stackalloc int[step.Batch.Length]);
        Span<int> rows = Nodes<T>.Sort(step.Rows, leftStrides, stackalloc int[step.Rows.Length]);
        Span<int> inner = Nodes<T>.Sort(step.Inner, leftStrides, stackalloc int[step.Inner.Length]);
        Span<int> columns = Nodes<T>.Sort(step.Columns, rightStrides, stackalloc int[step.Columns.Length]);

        ReadOnlySpan<int> toDestination = nodes.StridesOf(nodes.Destination);
        bool isInPlace = isLast && nodes.IsOneDimension(rows, toDestination) && nodes.IsOneDimension(columns, toDestination);
        int target = isInPlace ? nodes.Destination : product;
        if (!isInPlace)
            nodes.LayOut(nodes.StridesOf(product), batch, rows, columns);

        bool copiesLeft = !nodes.IsOneDimension(rows, leftStrides) || !nodes.IsOneDimension(inner, leftStrides);
        bool copiesRight = !nodes.IsOneDimension(inner, rightStrides) || !nodes.IsOneDimension(columns, rightStrides);
        int leftCount = copiesLeft ? nodes.Plan.CountOf(nodes.Plan.Nodes[step.Left]) : 0;
        int rightCount = copiesRight ? nodes.Plan.CountOf(nodes.Plan.Nodes[step.Right]) : 0;
        using ScratchMemory scratch = ScratchMemory.Rent(((nint)leftCount + rightCount) * sizeof(T), 2);
        Span<T> left = nodes.MemoryOf(step.Left), right = nodes.MemoryOf(step.Right);
        if (copiesLeft)
            left = Copy(nodes, left, batch, rows, inner, leftStrides, new Span<T>(scratch.Take<T>(leftCount), leftCount));
        if (copiesRight)
            right = Copy(nodes, right, batch, inner, columns, rightStrides, new Span<T>(scratch.Take<T>(rightCount), rightCount));

        int rank = batch.Length + 2;
        MatrixBatch<T> destination = Matrices(nodes, nodes.MemoryOf(target), batch, rows, columns, nodes.StridesOf(target), stackalloc int[2 * rank]);
        BatchedProduct.Multiply(
            Matrices(nodes, left, batch, rows, inner, leftStrides, stackalloc int[2 * rank]),
            Matrices(nodes, right, batch, inner, columns, rightStrides, stackalloc int[2 * rank]),
            destination,
            destination.BatchSizes);
        return isInPlace;
    }

    /// <summary>Copies a node so that its labels lie in order, and changes the strides to those of the copy.</summary>
    private static Span<T> Copy<T>(
        Nodes<T> nodes,
        Span<T> memory,
        scoped ReadOnlySpan<int> batch,
        scoped ReadOnlySpan<int> rows,
        scoped ReadOnlySpan<int> columns,
        scoped Span<int> strides,
        Span<T> copy)
        where T : unmanaged, INumber<T>
    {
        Span<int> labels = stackalloc int[batch.Length + rows.Length + columns.Length];
        batch.CopyTo(labels);
        rows.CopyTo(labels[batch.Length..]);
        columns.CopyTo(labels[(batch.Length + rows.Length)..]);
        Span<int> from = stackalloc int[2 * labels.Length], to = stackalloc int[2 * labels.Length];
        TensorView<T> source = nodes.View(memory, labels, strides, from);
        nodes.LayOut(strides, batch, rows, columns);
        StridedCopy.Run(source, nodes.View(copy, labels, strides, to));
        return copy;
    }

    private static MatrixBatch<T> Matrices<T>(
        Nodes<T> nodes,
        Span<T> memory,
        scoped ReadOnlySpan<int> batch,
        scoped ReadOnlySpan<int> rows,
        scoped ReadOnlySpan<int> columns,
        scoped ReadOnlySpan<int> strides,
        Span<int> room)
        where T : unmanaged, INumber<T>
    {
        int rank = batch.Length + 2;
        Span<int> sizes = room[..rank], steps = room[rank..];
        for (int i = 0; i < batch.Length; i++)
            (sizes[i], steps[i]) = (nodes.Plan.Sizes[batch[i]], strides[batch[i]]);
        (sizes[^2], steps[^2]) = (nodes.Plan.CountOf(rows), rows.IsEmpty ? 0 : strides[rows[^1]]);
        (sizes[^1], steps[^1]) = (nodes.Plan.CountOf(columns), columns.IsEmpty ? 0 : strides[columns[^1]]);
        return new MatrixBatch<T>(new TensorView<T>(memory, sizes, steps), hasRows: true, hasColumns: true);
    }
}
