using System.ComponentModel;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>The memory of one call of a generated member. It is used by one call at a time, and grows to what the largest one needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Workspace
{
    private CompactCopy[] _copies = [];

    private protected Workspace()
    {
    }

    /// <summary>The memory of the slots.</summary>
    internal WorkspaceMemory Memory { get; } = new();

    /// <summary>An argument as a contiguous tensor: itself, or a copy in memory that is kept for that argument.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The argument.</param>
    /// <param name="argument">The argument's number among those of the member.</param>
    public TensorView<T> Contiguous<T>(Tensor<T> tensor, int argument)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        TensorView<T> view = tensor.View;
        return view.IsContiguous ? view : CopyOf(argument).Of(view);
    }

    private CompactCopy CopyOf(int argument)
    {
        while (_copies.Length <= argument)
            _copies = [.. _copies, new CompactCopy()];
        return _copies[argument];
    }

    /// <summary>Memory for the copy of one argument.</summary>
    private sealed class CompactCopy
    {
        private readonly WorkspaceMemory _memory = new();
        private int[] _strides = [];

        public unsafe TensorView<T> Of<T>(TensorView<T> tensor)
            where T : unmanaged
        {
            int count = tensor.ElementCount;
            _memory.Reserve((long)count * sizeof(T));
            TensorView<T> copy = new(_memory.Part<T>(0, count), tensor.Sizes, RowMajor(tensor.Sizes));
            StridedCopy.Run(tensor, copy);
            return copy;
        }

        private ReadOnlySpan<int> RowMajor(ReadOnlySpan<int> sizes)
        {
            if (_strides.Length < sizes.Length)
                _strides = new int[sizes.Length];
            int stride = 1;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                _strides[axis] = stride;
                stride *= Math.Max(1, sizes[axis]);
            }

            return _strides.AsSpan(0, sizes.Length);
        }
    }
}
