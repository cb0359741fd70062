using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Normalization;

/// <summary>The softmax family on rows of consecutive elements that follow each other without gaps, with the machine's widest vectors.</summary>
internal static unsafe class ConsecutiveRows
{
    /// <summary>Softmax of each row.</summary>
    public static void Softmax<T>(Rows rows, Span<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes512<T>, T>.Softmax);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes256<T>, T>.Softmax);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes128<T>, T>.Softmax);
        else
            Run(rows, source, destination, &SoftmaxRow<ScalarLanes<T>, T>.Softmax);
    }

    /// <summary>Log-softmax of each row.</summary>
    public static void LogSoftmax<T>(Rows rows, Span<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes512<T>, T>.LogSoftmax);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes256<T>, T>.LogSoftmax);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            Run(rows, source, destination, &SoftmaxRow<Lanes128<T>, T>.LogSoftmax);
        else
            Run(rows, source, destination, &SoftmaxRow<ScalarLanes<T>, T>.LogSoftmax);
    }

    /// <summary>The cotangent of the argument of softmax.</summary>
    public static void SoftmaxPullback<T>(Rows rows, Span<T> cotangent, Span<T> result, Span<T> inputCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes512<T>, T>.SoftmaxPullback);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes256<T>, T>.SoftmaxPullback);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes128<T>, T>.SoftmaxPullback);
        else
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<ScalarLanes<T>, T>.SoftmaxPullback);
    }

    /// <summary>The cotangent of the argument of log-softmax.</summary>
    public static void LogSoftmaxPullback<T>(Rows rows, Span<T> cotangent, Span<T> result, Span<T> inputCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes512<T>, T>.LogSoftmaxPullback);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes256<T>, T>.LogSoftmaxPullback);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<Lanes128<T>, T>.LogSoftmaxPullback);
        else
            Run(rows, cotangent, result, inputCotangent, &SoftmaxRow<ScalarLanes<T>, T>.LogSoftmaxPullback);
    }

    private static void Run<T>(Rows rows, Span<T> source, Span<T> destination, delegate*<T*, T*, int, void> row)
        where T : unmanaged
    {
        if (rows.Length == 0)
            return;
        fixed (T* from = source, to = destination)
        {
            for (int i = 0; i < rows.Count; i++)
                row(from + ((nint)i * rows.Length), to + ((nint)i * rows.Length), rows.Length);
        }
    }

    private static void Run<T>(Rows rows, Span<T> first, Span<T> second, Span<T> destination, delegate*<T*, T*, T*, int, void> row)
        where T : unmanaged
    {
        if (rows.Length == 0)
            return;
        fixed (T* a = first, b = second, to = destination)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                nint start = (nint)i * rows.Length;
                row(a + start, b + start, to + start, rows.Length);
            }
        }
    }
}
