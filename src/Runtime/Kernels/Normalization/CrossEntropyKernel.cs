using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Normalization;

/// <summary>The mean cross-entropy of logits against class indices, forward and back.</summary>
internal static class CrossEntropyKernel
{
    /// <summary>The mean of the negative log-probability of the right class.</summary>
    /// <param name="logits">The logits, of any strides.</param>
    /// <param name="target">The classes, of any strides.</param>
    /// <param name="axis">The dimension of the classes in <paramref name="logits"/>.</param>
    public static T Mean<T, TClass>(TensorView<T> logits, TensorView<TClass> target, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        Rows rows = Rows.Along(logits.Sizes, axis);
        int[] classes = ReadClasses(target, rows.Length);
        if (classes.Length == 0)
            return T.NaN;

        T[] memory = ArrayPool<T>.Shared.Rent(rows.ElementCount + classes.Length);
        Span<T> logProbabilities = memory.AsSpan(0, rows.ElementCount);
        Span<T> losses = memory.AsSpan(rows.ElementCount, classes.Length);
        bool isContiguous = logits.IsContiguous;
        if (!isContiguous)
            StridedCopy.Run(logits, new TensorView<T>(logProbabilities, logits.Sizes, new Shape(logits.Sizes).RowMajorStrides()));
        SoftmaxKernel.LogSoftmax(rows, isContiguous ? logits.Elements : logProbabilities, logProbabilities);
        for (int position = 0; position < classes.Length; position++)
            losses[position] = -logProbabilities[IndexOf(rows, position, classes[position])];

        T sum = default;
        ReductionDriver.Run<SumFold<T>, T>(new TensorView<T>(losses, [classes.Length], [1]), [true], new Span<T>(ref sum));
        ArrayPool<T>.Shared.Return(memory);
        return sum / T.CreateChecked(classes.Length);
    }

    /// <summary>The cotangent of the logits: (softmax - one at the right class) * cotangent / count.</summary>
    /// <param name="cotangent">The cotangent of the mean.</param>
    /// <param name="logits">The logits, of any strides.</param>
    /// <param name="target">The classes, of any strides.</param>
    /// <param name="axis">The dimension of the classes in <paramref name="logits"/>.</param>
    /// <param name="logitsCotangent">Contiguous memory of the logits' shape.</param>
    public static void MeanPullback<T, TClass>(
        T cotangent, TensorView<T> logits, TensorView<TClass> target, int axis, TensorView<T> logitsCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        Rows rows = Rows.Along(logits.Sizes, axis);
        int[] classes = ReadClasses(target, rows.Length);
        if (classes.Length == 0)
            return;

        Span<T> result = logitsCotangent.Elements;
        bool isContiguous = logits.IsContiguous;
        if (!isContiguous)
            StridedCopy.Run(logits, logitsCotangent);
        SoftmaxKernel.Softmax(rows, isContiguous ? logits.Elements : result, result);
        for (int position = 0; position < classes.Length; position++)
            result[IndexOf(rows, position, classes[position])] -= T.One;
        T scale = cotangent / T.CreateChecked(classes.Length);
        ElementwiseDriver.Run<Product<T>, T, T, T>(logitsCotangent, new TensorView<T>(new Span<T>(ref scale), [], []), default, default, logitsCotangent);
    }

    private static int IndexOf(Rows rows, int position, int index) =>
        (((position / rows.Inner * rows.Length) + index) * rows.Inner) + (position % rows.Inner);

    private static int[] ReadClasses<TClass>(TensorView<TClass> target, int classCount)
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        int count = target.ElementCount;
        TClass[] values = new TClass[count];
        int[] strides = new Shape(target.Sizes).RowMajorStrides();
        StridedCopy.Run(target, new TensorView<TClass>(values, target.Sizes, strides));
        int[] classes = new int[count];
        for (int position = 0; position < count; position++)
        {
            long value = long.CreateChecked(values[position]);
            if ((ulong)value >= (ulong)classCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(target), $"CrossEntropy: target{Place(position, target.Sizes, strides)} is {value}, but there are {classCount} classes");
            }

            classes[position] = (int)value;
        }

        return classes;
    }

    private static string Place(int position, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        int[] index = new int[sizes.Length];
        for (int axis = 0; axis < index.Length; axis++)
            index[axis] = position / strides[axis] % sizes[axis];
        return index.Length == 0 ? "" : $"[{string.Join(", ", index)}]";
    }
}
