using SystemTensors = System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>Tensors as those of System.Numerics.Tensors.</summary>
/// <remarks>
/// Spans are the memory itself with the tensor's strides; copies are dense. That library has no tensors without dimensions, so a scalar becomes a vector of one
/// element. What requires a gradient is refused, for the memory knows nothing of it.
/// </remarks>
public static class SystemTensorExtensions
{
    extension<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        /// <summary>The memory of the tensor, to be read.</summary>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient, or its rows lie in the gaps of others, which such a span cannot express.</exception>
        public SystemTensors.ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan()
        {
            tensor.RefuseTracked(nameof(AsReadOnlyTensorSpan));
            return Span(tensor, nameof(AsReadOnlyTensorSpan));
        }

        /// <summary>The memory of the tensor, to be read and written.</summary>
        /// <remarks>
        /// Counts as one write at the time of the call. Writes through the span after an operation has saved the tensor are not seen by its backward pass;
        /// <see cref="Tensor{T}.MarkWritten"/> tells of them.
        /// </remarks>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient, several of its elements share one place in memory, or its rows lie in the gaps of others.</exception>
        public SystemTensors.TensorSpan<T> AsTensorSpan()
        {
            tensor.RefuseTracked(nameof(AsTensorSpan));
            SystemTensors.TensorSpan<T> span = Span(tensor, nameof(AsTensorSpan));
            tensor.BeginWrite(nameof(AsTensorSpan));
            return span;
        }

        /// <summary>A dense copy.</summary>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient.</exception>
        public SystemTensors.Tensor<T> ToSystemTensor()
        {
            tensor.RefuseTracked(nameof(ToSystemTensor));
            return SystemTensors.Tensor.Create(tensor.ToArray(), Lengths(tensor));
        }
    }

    extension<T>(SystemTensors.Tensor<T> tensor)
        where T : unmanaged
    {
        /// <summary>A contiguous copy as a tensor of this library.</summary>
        /// <exception cref="ShapeException">It has more than <see cref="int.MaxValue"/> elements.</exception>
        public Tensor<T> ToTypedTensor()
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return tensor.AsReadOnlyTensorSpan().ToTypedTensor();
        }
    }

    extension<T>(SystemTensors.TensorSpan<T> span)
        where T : unmanaged
    {
        /// <summary>A contiguous copy as a tensor of this library.</summary>
        /// <exception cref="ShapeException">It has more than <see cref="int.MaxValue"/> elements.</exception>
        public Tensor<T> ToTypedTensor() => span.AsReadOnlyTensorSpan().ToTypedTensor();
    }

    extension<T>(SystemTensors.ReadOnlyTensorSpan<T> span)
        where T : unmanaged
    {
        /// <summary>A contiguous copy as a tensor of this library.</summary>
        /// <exception cref="ShapeException">It has more than <see cref="int.MaxValue"/> elements.</exception>
        public Tensor<T> ToTypedTensor()
        {
            // Their empty tensor has no dimensions, which here would be a scalar.
            if (span.IsEmpty && span.Lengths.IsEmpty)
                return Tensor.Empty<T>(0);
            int[] sizes = new int[span.Lengths.Length];
            for (int axis = 0; axis < sizes.Length; axis++)
            {
                sizes[axis] = span.Lengths[axis] <= int.MaxValue
                    ? (int)span.Lengths[axis]
                    : throw new ShapeException($"ToTypedTensor: dimension {axis} has the size {span.Lengths[axis]}, and a tensor has at most {int.MaxValue} elements");
            }

            Tensor<T> result = Tensor.Empty<T>(sizes);
            if (!span.IsEmpty)
                span.FlattenTo(result.AsSpan());
            return result;
        }
    }

    private static nint[] Lengths(Tensor tensor) => tensor.Sizes.Rank == 0 ? [1] : [.. tensor.Sizes.Sizes.ToArray().Select(size => (nint)size)];

    private static SystemTensors.TensorSpan<T> Span<T>(Tensor<T> tensor, string operation)
        where T : unmanaged
    {
        nint[] lengths = Lengths(tensor);

        // Even an empty span must begin somewhere there.
        if (tensor.ElementCount == 0)
            return new SystemTensors.TensorSpan<T>(Array.Empty<T>(), lengths);

        // A dimension of one element must have the stride 0 there.
        nint[] strides = new nint[lengths.Length];
        for (int axis = 0; axis < tensor.Rank; axis++)
            strides[axis] = lengths[axis] == 1 ? 0 : tensor.Strides[axis];
        try
        {
            return new SystemTensors.TensorSpan<T>(tensor.View.Buffer, lengths, strides);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException(
                $"{operation}: rows of {tensor.Shape} lie in the gaps of others (strides ({string.Join(", ", tensor.Strides.ToArray())})), "
                + "which System.Numerics.Tensors does not have; Clone() it first", exception);
        }
    }
}
