using System.Buffers;
using System.Numerics;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Losses;

/// <summary>Losses of single elements, each alone or taken together.</summary>
internal static class ElementLosses<TLoss, T>
    where TLoss : struct, IElementLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many losses are summed before the next ones are computed: they stay in the cache.</summary>
    private const int BlockLength = 4096;

    /// <summary>Computes the losses, or what they are reduced to.</summary>
    /// <param name="reduction">What becomes of them.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument, of the same shape.</param>
    /// <param name="weight">The factors of the losses, broadcast to that shape, where the loss reads them.</param>
    /// <param name="posWeight">The factors of the positive part, likewise.</param>
    /// <param name="result">The destination: of that shape, or one number.</param>
    public static void Forward(
        Reduction reduction, TensorView<T> x, TensorView<T> y, TensorView<T> weight, TensorView<T> posWeight, TensorView<T> result)
    {
        if (reduction == Reduction.None)
        {
            Compute(x, y, weight, posWeight, result);
            return;
        }

        T sum = Sum(x, y, weight, posWeight);
        result.First = reduction == Reduction.Mean ? sum / T.CreateChecked(x.ElementCount) : sum;
    }

    /// <summary>Computes the cotangents of both arguments, of those that are present.</summary>
    public static void Pullback(
        Reduction reduction,
        TensorView<T> cotangent,
        TensorView<T> x,
        TensorView<T> y,
        TensorView<T> weight,
        TensorView<T> posWeight,
        TensorView<T> xCotangent,
        TensorView<T> yCotangent)
    {
        T factor = reduction == Reduction.Mean ? T.One / T.CreateChecked(x.ElementCount) : T.One;
        if (xCotangent.IsPresent)
            Pull<CotangentOfX>(factor, cotangent, x, y, weight, posWeight, xCotangent);
        if (yCotangent.IsPresent)
            Pull<CotangentOfY>(factor, cotangent, x, y, weight, posWeight, yCotangent);
    }

    private static void Compute(TensorView<T> x, TensorView<T> y, TensorView<T> weight, TensorView<T> posWeight, TensorView<T> result)
    {
        FusedLoop<T> loop = new(result.Sizes);
        loop.Operand(0, x);
        loop.Operand(1, y);
        if (TLoss.IsWeighted)
        {
            loop.Operand(2, weight);
            loop.Operand(3, posWeight);
        }

        loop.Result(0, result);
        loop.Run<Losses>();
    }

    private static void Pull<TKernel>(
        T factor, TensorView<T> cotangent, TensorView<T> x, TensorView<T> y, TensorView<T> weight, TensorView<T> posWeight, TensorView<T> result)
        where TKernel : struct, IFusedKernel<T>
    {
        FusedLoop<T> loop = new(result.Sizes);
        loop.Operand(0, x);
        loop.Operand(1, y);
        loop.Operand(2, cotangent);
        loop.Number(3, factor);
        if (TLoss.IsWeighted)
        {
            loop.Operand(4, weight);
            loop.Operand(5, posWeight);
        }

        loop.Result(0, result);
        loop.Run<TKernel>();
    }

    private static T Sum(TensorView<T> x, TensorView<T> y, TensorView<T> weight, TensorView<T> posWeight)
    {
        int count = x.ElementCount;
        if (count == 0)
            return T.Zero;
        bool isConsecutive = x.IsContiguous && y.IsContiguous && (!TLoss.IsWeighted || (IsConsecutive(weight, count) && IsConsecutive(posWeight, count)));
        T[] memory = ArrayPool<T>.Shared.Rent(isConsecutive ? Math.Min(count, BlockLength) : count);
        PairwiseTotal<SumFold<T>, T> total = default;
        if (isConsecutive)
        {
            for (int start = 0; start < count; start += BlockLength)
            {
                int length = Math.Min(count - start, BlockLength);
                ReadOnlySpan<int> sizes = [length], strides = [1];
                TensorView<T> losses = new(memory.AsSpan(0, length), sizes, strides);
                Compute(
                    new(x.Buffer.Slice(start, length), sizes, strides), new(y.Buffer.Slice(start, length), sizes, strides),
                    weight.Rank == 0 ? weight : new(weight.Buffer.Slice(start, length), sizes, strides),
                    posWeight.Rank == 0 ? posWeight : new(posWeight.Buffer.Slice(start, length), sizes, strides),
                    losses);
                total.Add(Sum(losses.Buffer));
            }
        }
        else
        {
            Span<int> strides = stackalloc int[x.Rank];
            Shape.RowMajorStrides(x.Sizes, strides);
            TensorView<T> losses = new(memory.AsSpan(0, count), x.Sizes, strides);
            Compute(x, y, weight, posWeight, losses);
            total.Add(Sum(losses.Buffer));
        }

        ArrayPool<T>.Shared.Return(memory);
        return total.Value;
    }

    private static T Sum(Span<T> values)
    {
        T sum = T.Zero;
        ReadOnlySpan<int> sizes = [values.Length], strides = [1];
        ReductionDriver.Run<SumFold<T>, T>(new TensorView<T>(values, sizes, strides), [true], new Span<T>(ref sum));
        return sum;
    }

    /// <summary>Whether weights can be cut into blocks with the elements: one for each in their order, or one for all.</summary>
    private static bool IsConsecutive(TensorView<T> weight, int count) => weight.Rank == 0 || (weight.IsContiguous && weight.ElementCount == count);

    private readonly struct Losses : IFusedKernel<T>
    {
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T> => at.Write(0, TLoss.IsWeighted
                ? TLoss.Loss(at.Read(0), at.Read(1), at.Read(2), at.Read(3))
                : TLoss.Loss(at.Read(0), at.Read(1), TLanes.Zero, TLanes.Zero));
    }

    private readonly struct CotangentOfX : IFusedKernel<T>
    {
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T> => at.Write(0, at.Read(2) * at.Read(3) * (TLoss.IsWeighted
                ? TLoss.SlopeOfX(at.Read(0), at.Read(1), at.Read(4), at.Read(5))
                : TLoss.SlopeOfX(at.Read(0), at.Read(1), TLanes.Zero, TLanes.Zero)));
    }

    private readonly struct CotangentOfY : IFusedKernel<T>
    {
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T> => at.Write(0, at.Read(2) * at.Read(3) * (TLoss.IsWeighted
                ? TLoss.SlopeOfY(at.Read(0), at.Read(1), at.Read(4), at.Read(5))
                : TLoss.SlopeOfY(at.Read(0), at.Read(1), TLanes.Zero, TLanes.Zero)));
    }
}
