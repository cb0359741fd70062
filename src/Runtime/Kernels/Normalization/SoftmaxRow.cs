using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Normalization;

/// <summary>Softmax, log-softmax and cross-entropy of one row of consecutive elements, forward and back. Sources may be the destination.</summary>
internal static unsafe class SoftmaxRow<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>result = exp(x - max) / sum(exp(x - max)).</summary>
    public static void Softmax(T* x, T* result, int length)
    {
        ScaledSoftmax(x, result, length, T.One, out _);
    }

    /// <summary>result = (x - max) - log(sum(exp(x - max))).</summary>
    public static void LogSoftmax(T* x, T* result, int length)
    {
        T sum = SumOfExponentials(x, length, out T max);
        RowSteps<TLanes, T>.Map<LogProbability<T>>(x, null, max, length, result, T.Log(sum));
    }

    /// <summary>The cotangent of the argument of softmax.</summary>
    public static void SoftmaxPullback(T* cotangent, T* result, T* inputCotangent, int length)
    {
        T sum = RowSteps<TLanes, T>.Sum<ProductOfRows<T>>(cotangent, result, T.Zero, length, T.Zero, null);
        RowSteps<TLanes, T>.Map<SoftmaxCotangent<T>>(cotangent, result, sum, length, inputCotangent);
    }

    /// <summary>The cotangent of the argument of log-softmax.</summary>
    public static void LogSoftmaxPullback(T* cotangent, T* result, T* inputCotangent, int length)
    {
        T sum = RowSteps<TLanes, T>.Sum<Product<T>>(cotangent, null, T.One, length, T.Zero, null);
        RowSteps<TLanes, T>.Map<LogSoftmaxCotangent<T>>(cotangent, result, sum, length, inputCotangent);
    }

    /// <summary>The negative log-probability of a class: log(sum(exp(x - max))) - (x[class] - max).</summary>
    public static T CrossEntropy(T* x, int length, int right)
    {
        T sum = SumOfExponentials(x, length, out T max);
        return T.Log(sum) - (x[right] - max);
    }

    /// <summary>As <see cref="CrossEntropy"/>, with the gradient (softmax - one at the class) * scale.</summary>
    public static T CrossEntropyAndGradient(T* x, int length, int right, T scale, T* gradient)
    {
        T logit = x[right];
        T sum = ScaledSoftmax(x, gradient, length, scale, out T max);
        gradient[right] -= scale;
        return T.Log(sum) - (logit - max);
    }

    // The largest element is subtracted first, so that no exponential overflows and the sum is at least 1.
    private static T SumOfExponentials(T* x, int length, out T max)
    {
        if (length < TLanes.Count)
            return ShortRow<TLanes, T>.Softmax(x, null, length, T.One, out max);
        max = RowSteps<TLanes, T>.Max(x, length);
        return RowSteps<TLanes, T>.Sum<ExpOfDifference<T>>(x, null, max, length, T.NegativeInfinity, null);
    }

    private static T ScaledSoftmax(T* x, T* result, int length, T scale, out T max)
    {
        if (length < TLanes.Count)
            return ShortRow<TLanes, T>.Softmax(x, result, length, scale, out max);
        max = RowSteps<TLanes, T>.Max(x, length);
        T sum = RowSteps<TLanes, T>.Sum<ExpOfDifference<T>>(x, null, max, length, T.NegativeInfinity, result);
        RowSteps<TLanes, T>.Map<Product<T>>(result, null, scale / sum, length, result);
        return sum;
    }
}
