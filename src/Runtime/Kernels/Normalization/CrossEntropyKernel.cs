using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Losses;
using TypedTensors.Kernels.Reductions;
using ScratchMemory = TypedTensors.Kernels.Gemm.ScratchMemory;

namespace TypedTensors.Kernels.Normalization;

/// <summary>The mean cross-entropy of logits against class indices, with its gradient: one visit of each position.</summary>
internal static unsafe class CrossEntropyKernel
{
    /// <summary>The mean of the negative log-probability of the right class, and on request its gradient.</summary>
    /// <param name="logits">The logits, of any strides.</param>
    /// <param name="target">The classes, of any strides.</param>
    /// <param name="axis">The dimension of the classes in <paramref name="logits"/>.</param>
    /// <param name="cotangent">The cotangent of the mean.</param>
    /// <param name="gradient">
    /// Contiguous memory of the logits' shape for their cotangent (softmax - one at the right class) * cotangent / count, or the absent view.
    /// </param>
    /// <returns>The mean; NaN where there are no positions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A target is not a class.</exception>
    public static T Mean<T, TClass>(TensorView<T> logits, TensorView<TClass> target, int axis, T cotangent, TensorView<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        if (target.ElementCount == 0)
            return T.NaN;
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            return Mean<Lanes512<T>, T, TClass>(logits, target, axis, cotangent, gradient);
        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            return Mean<Lanes256<T>, T, TClass>(logits, target, axis, cotangent, gradient);
        return Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
            ? Mean<Lanes128<T>, T, TClass>(logits, target, axis, cotangent, gradient)
            : Mean<ScalarLanes<T>, T, TClass>(logits, target, axis, cotangent, gradient);
    }

    private static T Mean<TLanes, T, TClass>(TensorView<T> logits, TensorView<TClass> target, int axis, T cotangent, TensorView<T> gradient)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        int rank = target.Rank;
        Span<int> logitStrides = stackalloc int[rank];
        logits.Strides[..axis].CopyTo(logitStrides);
        logits.Strides[(axis + 1)..].CopyTo(logitStrides[axis..]);
        PositionWalk positions = new(target.Sizes, logitStrides, target.Strides, stackalloc int[rank]);

        Rows rows = Rows.Along(logits.Sizes, axis);
        T count = T.CreateChecked(rows.Count);
        T scale = cotangent / count;
        int position = 0;
        PairwiseTotal<SumFold<T>, T> total = default;
        using ScratchMemory scratch = ScratchMemory.Rent(2 * (nint)rows.Length * sizeof(T), areas: 2);
        ClassRow<T> row = new(rows, logits.Strides[axis], scratch.Take<T>(rows.Length), scratch.Take<T>(rows.Length));
        fixed (T* logit = &logits.First, slope = &gradient.First)
        fixed (TClass* classes = &target.First)
        {
            do
            {
                long value = long.CreateChecked(classes[positions.Second]);
                if ((ulong)value >= (ulong)rows.Length)
                    throw new ArgumentOutOfRangeException(nameof(target), ClassPositions.NoClass("CrossEntropy", value, rows.Length, target.Sizes, position));
                int right = (int)value;
                T* x = row.Read(logit + positions.First);
                if (slope == null)
                {
                    total.Add(SoftmaxRow<TLanes, T>.CrossEntropy(x, rows.Length, right));
                }
                else
                {
                    T* to = row.Target(slope, position);
                    total.Add(SoftmaxRow<TLanes, T>.CrossEntropyAndGradient(x, rows.Length, right, scale, to));
                    row.Written(slope, position);
                }

                position++;
            }
            while (positions.MoveNext());
        }

        return total.Value / count;
    }
}
