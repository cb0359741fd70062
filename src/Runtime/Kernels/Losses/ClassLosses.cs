using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Losses;

/// <summary>The loss of one position, from the scores of all classes and the right one.</summary>
internal unsafe interface IClassLoss<T>
    where T : unmanaged
{
    /// <summary>The loss.</summary>
    static abstract T Loss(in ClassRow<T> row, T* scores, int right);

    /// <summary>Writes the gradient, times a factor, into zeros.</summary>
    static abstract void Gradient(in ClassRow<T> row, T* scores, int right, T factor, T* gradient, int position);
}

/// <summary>The negative score of the right class, which is a log-probability.</summary>
internal readonly unsafe struct NegativeScore<T> : IClassLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Loss(in ClassRow<T> row, T* scores, int right) => -row.Read(scores, right);

    public static void Gradient(in ClassRow<T> row, T* scores, int right, T factor, T* gradient, int position) =>
        row.Place(gradient, position, right) = -factor;
}

/// <summary>The negative logarithm of the right class's softmax.</summary>
internal readonly unsafe struct NegativeLogSoftmax<T> : IClassLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Loss(in ClassRow<T> row, T* scores, int right)
    {
        T* x = row.Read(scores);
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            return SoftmaxRow<Lanes512<T>, T>.CrossEntropy(x, row.Length, right);
        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            return SoftmaxRow<Lanes256<T>, T>.CrossEntropy(x, row.Length, right);
        return Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported
            ? SoftmaxRow<Lanes128<T>, T>.CrossEntropy(x, row.Length, right)
            : SoftmaxRow<ScalarLanes<T>, T>.CrossEntropy(x, row.Length, right);
    }

    public static void Gradient(in ClassRow<T> row, T* scores, int right, T factor, T* gradient, int position)
    {
        T* x = row.Read(scores), to = row.Target(gradient, position);
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            SoftmaxRow<Lanes512<T>, T>.CrossEntropyAndGradient(x, row.Length, right, factor, to);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            SoftmaxRow<Lanes256<T>, T>.CrossEntropyAndGradient(x, row.Length, right, factor, to);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            SoftmaxRow<Lanes128<T>, T>.CrossEntropyAndGradient(x, row.Length, right, factor, to);
        else
            SoftmaxRow<ScalarLanes<T>, T>.CrossEntropyAndGradient(x, row.Length, right, factor, to);
        row.Written(gradient, position);
    }
}

/// <summary>Losses of positions, weighted by their classes, each alone or taken together.</summary>
/// <remarks>The mean is that of the weights: it divides by the sum of those of the right classes. What is ignored counts in neither.</remarks>
internal static unsafe class ClassLosses<TLoss, T, TClass>
    where TLoss : struct, IClassLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <summary>Computes the losses, or what they are reduced to.</summary>
    /// <param name="operation">The operation's name in messages.</param>
    /// <param name="reduction">What becomes of them.</param>
    /// <param name="ignoreIndex">The class whose positions do not count.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="target">The right classes.</param>
    /// <param name="weight">A weight for each class, or the absent view.</param>
    /// <param name="result">The destination: of the shape of the target, or one number.</param>
    public static void Forward(
        string operation, Reduction reduction, int? ignoreIndex, TensorView<T> scores, TensorView<TClass> target, TensorView<T> weight, TensorView<T> result)
    {
        if (reduction == Reduction.None)
            result.Elements.Clear();
        fixed (T* each = &result.First)
        {
            LossAction action = new() { Each = reduction == Reduction.None ? each : null };
            action.Losses.Add(T.Zero);
            action.Weights.Add(T.Zero);
            ClassPositions.Visit(ref action, operation, scores, target, weight, ignoreIndex);
            if (reduction != Reduction.None)
                result.First = reduction == Reduction.Mean ? action.Losses.Value / action.Weights.Value : action.Losses.Value;
        }
    }

    /// <summary>Computes the cotangent of the scores.</summary>
    public static void Pullback(
        string operation,
        Reduction reduction,
        int? ignoreIndex,
        TensorView<T> cotangent,
        TensorView<T> scores,
        TensorView<TClass> target,
        TensorView<T> weight,
        TensorView<T> scoresCotangent)
    {
        if (!scoresCotangent.IsPresent)
            return;
        scoresCotangent.Elements.Clear();
        T factor = T.One;
        if (reduction == Reduction.Mean)
        {
            WeightAction weights = default;
            weights.Sum.Add(T.Zero);
            ClassPositions.Visit(ref weights, operation, scores, target, weight, ignoreIndex);
            factor /= weights.Sum.Value;
        }

        fixed (T* gradient = &scoresCotangent.First, slopes = &cotangent.First)
        {
            GradientAction action = new() { Gradient = gradient, Cotangent = slopes, Sizes = target.Sizes, Strides = cotangent.Strides, Factor = factor };
            ClassPositions.Visit(ref action, operation, scores, target, weight, ignoreIndex);
        }
    }

    private ref struct LossAction : IClassAction<T>
    {
        public T* Each;
        public PairwiseTotal<SumFold<T>, T> Losses;
        public PairwiseTotal<SumFold<T>, T> Weights;

        public void Visit(in ClassRow<T> row, T* scores, int position, int right, T weight)
        {
            T loss = weight * TLoss.Loss(row, scores, right);
            if (Each != null)
            {
                Each[position] = loss;
                return;
            }

            Losses.Add(loss);
            Weights.Add(weight);
        }
    }

    private ref struct WeightAction : IClassAction<T>
    {
        public PairwiseTotal<SumFold<T>, T> Sum;

        public void Visit(in ClassRow<T> row, T* scores, int position, int right, T weight) => Sum.Add(weight);
    }

    private ref struct GradientAction : IClassAction<T>
    {
        public T* Gradient;
        public T* Cotangent;
        public ReadOnlySpan<int> Sizes;
        public ReadOnlySpan<int> Strides;
        public T Factor;

        public readonly void Visit(in ClassRow<T> row, T* scores, int position, int right, T weight)
        {
            // A reduced loss has one cotangent for all positions.
            nint offset = 0;
            int rest = position;
            for (int axis = Strides.Length - 1; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, Sizes[axis]);
                offset += (nint)index * Strides[axis];
            }

            TLoss.Gradient(row, scores, right, weight * Factor * Cotangent[offset], Gradient, position);
        }
    }
}
