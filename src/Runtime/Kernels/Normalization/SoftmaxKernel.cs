using System.Buffers;
using System.Numerics;

namespace TypedTensors.Kernels.Normalization;

/// <summary>Softmax and log-softmax along rows, forward and back. Sources may be the destination.</summary>
/// <remarks>
/// The largest element of a row is subtracted first, so that no exponential overflows and the sum is at least 1. Rows of consecutive
/// elements are computed one by one. Where neighbouring rows lie side by side, all steps are taken block by block while the block
/// is in the cache.
/// </remarks>
internal static class SoftmaxKernel
{
    /// <summary>result = exp(x - max) / sum(exp(x - max)).</summary>
    public static void Softmax<T>(Rows all, Span<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (all.Inner == 1)
        {
            ConsecutiveRows.Softmax(all, source, destination);
            return;
        }

        using Blocks<T> blocks = new(all);
        for (int block = 0; block < blocks.Count; block++)
        {
            Rows rows = blocks.Select(block, out Range range, out Span<T> statistics, out _);
            Span<T> result = destination[range];
            rows.Max(source[range], statistics);
            rows.Map<ExpOfDifference<T>, T>(source[range], statistics, result);
            rows.Sum(result, statistics);
            rows.Map<Quotient<T>, T>(result, statistics, result);
        }
    }

    /// <summary>result = (x - max) - log(sum(exp(x - max))).</summary>
    public static void LogSoftmax<T>(Rows all, Span<T> source, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (all.Inner == 1)
        {
            ConsecutiveRows.LogSoftmax(all, source, destination);
            return;
        }

        using Blocks<T> blocks = new(all);
        for (int block = 0; block < blocks.Count; block++)
        {
            Rows rows = blocks.Select(block, out Range range, out Span<T> statistics, out Span<T> exponentials);
            Span<T> result = destination[range];
            rows.Max(source[range], statistics);
            rows.Map<Difference<T>, T>(source[range], statistics, result);
            statistics.Clear();
            rows.Map<ExpOfDifference<T>, T>(result, statistics, exponentials);
            rows.Sum(exponentials, statistics);
            Rows.MapFlat<Logarithm<T>, T>(statistics, [], statistics);
            rows.Map<Difference<T>, T>(result, statistics, result);
        }
    }

    /// <summary>The cotangent of the argument of softmax.</summary>
    public static void SoftmaxPullback<T>(Rows all, Span<T> cotangent, Span<T> result, Span<T> inputCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (all.Inner == 1)
        {
            ConsecutiveRows.SoftmaxPullback(all, cotangent, result, inputCotangent);
            return;
        }

        using Blocks<T> blocks = new(all);
        for (int block = 0; block < blocks.Count; block++)
        {
            Rows rows = blocks.Select(block, out Range range, out Span<T> statistics, out Span<T> products);
            Rows.MapFlat<Product<T>, T>(cotangent[range], result[range], products);
            rows.Sum(products, statistics);
            rows.Map<SoftmaxCotangent<T>, T>(cotangent[range], result[range], statistics, inputCotangent[range]);
        }
    }

    /// <summary>The cotangent of the argument of log-softmax.</summary>
    public static void LogSoftmaxPullback<T>(Rows all, Span<T> cotangent, Span<T> result, Span<T> inputCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (all.Inner == 1)
        {
            ConsecutiveRows.LogSoftmaxPullback(all, cotangent, result, inputCotangent);
            return;
        }

        using Blocks<T> blocks = new(all);
        for (int block = 0; block < blocks.Count; block++)
        {
            Rows rows = blocks.Select(block, out Range range, out Span<T> statistics, out _);
            rows.Sum(cotangent[range], statistics);
            rows.Map<LogSoftmaxCotangent<T>, T>(cotangent[range], result[range], statistics, inputCotangent[range]);
        }
    }

    /// <summary>Cuts rows into blocks, with memory for one block of elements and its statistics. No blocks when there are no elements.</summary>
    private readonly ref struct Blocks<T>
        where T : unmanaged
    {
        private readonly Rows _all;
        private readonly T[] _memory;

        public Blocks(Rows all)
        {
            _all = all;
            int perOuter = all.Inner * (all.Length + 1);
            _memory = ArrayPool<T>.Shared.Rent(Math.Max(1, all.OuterInBlock * perOuter));
        }

        public int Count => _all.ElementCount == 0 ? 0 : (_all.Outer + _all.OuterInBlock - 1) / _all.OuterInBlock;

        public Rows Select(int block, out Range range, out Span<T> statistics, out Span<T> scratch)
        {
            int first = block * _all.OuterInBlock;
            Rows rows = _all with { Outer = Math.Min(_all.OuterInBlock, _all.Outer - first) };
            int start = first * _all.Length * _all.Inner;
            range = start..(start + rows.ElementCount);
            statistics = _memory.AsSpan(0, rows.Count);
            scratch = _memory.AsSpan(rows.Count, rows.ElementCount);
            return rows;
        }

        public void Dispose() => ArrayPool<T>.Shared.Return(_memory);
    }
}
