using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public sealed partial class Tensor<T>
{
    /// <summary>Writes one value to every element, in place.</summary>
    /// <param name="value">The value.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="InvalidOperationException">The tensor is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
    [return: Shape("...this")]
    public Tensor<T> Fill(T value)
    {
        BeginWrite(nameof(Fill));
        StridedCopy.Run(new TensorView<T>(new Span<T>(ref value), [], []), View);
        return this;
    }

    /// <summary>Copies the elements of another tensor into this one, in place.</summary>
    /// <param name="source">The source; it is broadcast to this tensor's shape.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ShapeException">The source cannot be broadcast to this tensor's shape.</exception>
    /// <exception cref="InvalidOperationException">One of the tensors is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
    [return: Shape("...this")]
    public Tensor<T> CopyFrom(Tensor<T> source)
    {
        StridedCopy.Run(OperandForWrite(nameof(CopyFrom), source).View, View);
        return this;
    }

    /// <summary>Checks that this tensor may be written to, and counts the write.</summary>
    internal void BeginWrite(string operation)
    {
        if (History is { } history && !Recording.IsPaused)
        {
            throw new InvalidOperationException(history.IsLeaf
                ? $"{operation}: a tensor {Shape} that requires a gradient is changed in place; do it inside `using (NoGrad())`"
                : $"{operation}: a tensor {Shape} that was computed from one that requires a gradient is changed in place, "
                    + "which the tape does not record; compute a new tensor, or do it inside `using (NoGrad())`");
        }

        if (RepeatsElements())
            throw new InvalidOperationException($"{operation}: several elements of {Shape} share one place in memory, so it cannot be written to; Clone() it first");
        Storage.MarkWritten();
    }

    /// <summary>Checks an in-place operation with another tensor, and gives the values to read, apart from the memory that is written.</summary>
    internal Tensor<T> OperandForWrite(string operation, Tensor<T> other)
    {
        if (!Broadcasting.CanExpand(other.Shape, Shape))
            throw new ShapeException($"{operation}: the argument {other.Shape} cannot be broadcast to the shape {Shape} of the tensor that is changed");
        if (other.History is not null && !Recording.IsPaused)
        {
            throw new InvalidOperationException(
                $"{operation}: the argument {other.Shape} requires a gradient, which an in-place operation does not record; "
                + "compute a new tensor, Detach() the argument, or do it inside `using (NoGrad())`");
        }

        BeginWrite(operation);
        bool isSameWindow = StorageOffset == other.StorageOffset && Shape == other.Shape && Strides.SequenceEqual(other.Strides);
        return SharesStorageWith(other) && !isSameWindow ? other.Copy() : other;
    }

    private bool RepeatsElements()
    {
        for (int axis = 0; axis < Rank; axis++)
        {
            if (StrideArray[axis] == 0 && ShapeField.Sizes[axis] > 1)
                return true;
        }

        return false;
    }
}
