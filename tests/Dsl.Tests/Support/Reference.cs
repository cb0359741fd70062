namespace TypedTensors.Tests.Support;

/// <summary>The primitives on concrete shapes, written directly after PyTorch's rules; null where the operation is a mistake.</summary>
internal static partial class Reference
{
    public static long[]? Broadcast(long[] a, long[] b)
    {
        var result = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= result.Length; i++)
        {
            long x = i <= a.Length ? a[^i] : 1, y = i <= b.Length ? b[^i] : 1;
            if (x != y && x != 1 && y != 1)
                return null;
            result[^i] = x == 1 ? y : x;
        }

        return result;
    }

    public static long[]? MatMul(long[] a, long[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return null;
        long[] left = a.Length == 1 ? [1, .. a] : a, right = b.Length == 1 ? [.. b, 1] : b;
        if (left[^1] != right[^2] || Broadcast(left[..^2], right[..^2]) is not long[] batch)
            return null;
        long[] rows = a.Length == 1 ? [] : [left[^2]], columns = b.Length == 1 ? [] : [right[^1]];
        return [.. batch, .. rows, .. columns];
    }

    /// <summary>The axes from the start, or null when one is out of range or repeated. A scalar has axis 0 when <paramref name="scalar"/> is set.</summary>
    public static int[]? Axes(long[] shape, long[] axes, bool scalar = true)
    {
        int rank = scalar ? Math.Max(1, shape.Length) : shape.Length;
        if (axes.Any(axis => axis < -rank || axis >= rank))
            return null;
        int[] result = [.. axes.Select(axis => (int)(axis < 0 ? axis + rank : axis))];
        return result.Distinct().Count() == result.Length ? result : null;
    }

    public static long[]? Drop(long[] shape, long[] axes) =>
        Axes(shape, axes, scalar: false) is int[] dropped ? [.. shape.Where((_, i) => !dropped.Contains(i))] : null;

    public static long[]? Keep(long[] shape, long[] axes) =>
        Axes(shape, axes, scalar: false) is int[] kept ? [.. shape.Where((_, i) => kept.Contains(i))] : null;

    public static long[]? Reduce(long[] shape, long[]? axes, bool keep)
    {
        int[]? reduced = axes is null or [] ? [.. Enumerable.Range(0, shape.Length)] : Axes(shape, axes);
        if (reduced is null)
            return null;
        return keep
            ? [.. shape.Select((size, i) => reduced.Contains(i) ? 1 : size)]
            : [.. shape.Where((_, i) => !reduced.Contains(i))];
    }

    public static long[]? NonEmpty(long[] shape, long[]? axes)
    {
        int[]? reduced = axes is null or [] ? [.. Enumerable.Range(0, shape.Length)] : Axes(shape, axes);
        return reduced is null || reduced.Any(axis => axis < shape.Length && shape[axis] == 0) ? null : shape;
    }

    public static long[]? Insert(long[] shape, long axis, long size)
    {
        if (axis < -shape.Length - 1 || axis > shape.Length)
            return null;
        List<long> result = [.. shape];
        result.Insert((int)(axis < 0 ? axis + shape.Length + 1 : axis), size);
        return [.. result];
    }

    public static long[]? Replace(long[] shape, long axis, long size) =>
        Axes(shape, [axis], scalar: false) is int[] at ? [.. shape.Select((old, i) => i == at[0] ? size : old)] : null;

    public static long[]? Take(long[] shape, long[] values) =>
        Axes(shape, [values[0]], scalar: false) is int[] at && values[1] >= 0 && values[1] <= shape[at[0]] ? Replace(shape, values[0], values[1]) : null;

    public static long[]? Permute(long[] shape, long[] axes) =>
        axes.Length == shape.Length && Axes(shape, axes, scalar: false) is int[] order ? [.. order.Select(axis => shape[axis])] : null;

    public static long[]? Swap(long[] shape, long first, long second)
    {
        if (Axes(shape, [first]) is not int[] a || Axes(shape, [second]) is not int[] b)
            return null;
        long[] result = [.. shape];
        if (result.Length > 0)
            (result[a[0]], result[b[0]]) = (result[b[0]], result[a[0]]);
        return result;
    }

    public static long[] Transpose(long[] shape) => shape.Length < 2 ? shape : [.. shape[..^2], shape[^1], shape[^2]];

    public static long[]? Reshape(long[] shape, long[] sizes)
    {
        long count = shape.Aggregate(1L, (a, b) => a * b);
        if (sizes.Any(size => size < -1) || sizes.Count(size => size == -1) > 1)
            return null;
        long others = sizes.Where(size => size != -1).Aggregate(1L, (a, b) => a * b);
        if (!sizes.Contains(-1))
            return others == count ? sizes : null;
        return others != 0 && count % others == 0 ? [.. sizes.Select(size => size == -1 ? count / others : size)] : null;
    }

    public static long[]? Expand(long[] shape, long[] sizes)
    {
        if (sizes.Length < shape.Length)
            return null;
        long[] result = [.. sizes];
        for (int i = 1; i <= sizes.Length; i++)
        {
            bool isNew = i > shape.Length;
            if (sizes[^i] < -1 || (sizes[^i] == -1 && isNew))
                return null;
            if (!isNew && sizes[^i] != -1 && shape[^i] != 1 && shape[^i] != sizes[^i])
                return null;
            if (sizes[^i] == -1)
                result[^i] = shape[^i];
        }

        return result;
    }

    public static long[]? Squeeze(long[] shape, long[]? axes)
    {
        int[]? chosen = axes is null ? [.. Enumerable.Range(0, shape.Length)] : Axes(shape, axes);
        return chosen is null ? null : [.. shape.Where((size, i) => size != 1 || !chosen.Contains(i))];
    }

    public static long[]? Flatten(long[] shape, long start, long end)
    {
        if (Axes(shape, [start]) is not [int first] || Axes(shape, [end]) is not [int last] || first > last)
            return null;
        return shape.Length == 0 ? [1] : [.. shape[..first], shape[first..(last + 1)].Aggregate(1L, (a, b) => a * b), .. shape[(last + 1)..]];
    }

    public static long[]? Concat(long[][] shapes, long axis)
    {
        if (shapes.Length == 0 || shapes[0].Length == 0 || Axes(shapes[0], [axis]) is not [int at])
            return null;
        if (shapes.Any(shape => shape.Length != shapes[0].Length || !shape.Where((_, i) => i != at).SequenceEqual(shapes[0].Where((_, i) => i != at))))
            return null;
        return [.. shapes[0].Select((size, i) => i == at ? shapes.Sum(shape => shape[at]) : size)];
    }

    public static long[]? Stack(long[][] shapes, long axis) =>
        shapes.Length > 0 && shapes.All(shape => shape.SequenceEqual(shapes[0])) ? Insert(shapes[0], axis, shapes.Length) : null;

    /// <summary>Counts the positions of a window one by one.</summary>
    public static long? Window(long size, long kernel, long stride, long padding, long dilation)
    {
        if (kernel < 1 || stride < 1 || dilation < 1 || padding < 0)
            return null;
        long span = (dilation * (kernel - 1)) + 1, count = 0;
        for (long at = -padding; at + span <= size + padding; at += stride)
            count++;
        return count == 0 ? null : count;
    }

    /// <summary>Counts as <see cref="Window"/> does; rounding up, as long as a window begins inside and the one before it did not yet reach the end.</summary>
    public static long? Pool(long size, long kernel, long stride, long padding, long dilation, bool roundsUp)
    {
        if (!roundsUp || kernel < 1 || stride < 1 || dilation < 1 || padding < 0)
            return Window(size, kernel, stride, padding, dilation);
        long span = (dilation * (kernel - 1)) + 1, count = 0;
        for (long at = -padding; at < size && at - stride + span < size + padding; at += stride)
            count++;
        return count == 0 ? null : count;
    }

    public static long? Cover(long positions, long kernel, long stride, long padding, long dilation, long extra)
    {
        if (kernel < 1 || stride < 1 || dilation < 1 || padding < 0 || extra < 0 || (extra >= stride && extra >= dilation))
            return null;
        long size = ((positions - 1) * stride) + (dilation * (kernel - 1)) + 1 + extra - (2 * padding);
        return size < 1 ? null : size;
    }

    /// <summary>Einsum with single letters and without ellipsis or, in the result, letters in any order.</summary>
    public static long[]? Einsum(string[] inputs, string output, long[][] shapes)
    {
        var sizes = new Dictionary<char, long>();
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Length != shapes[i].Length)
                return null;
            var own = new Dictionary<char, long>();
            for (int k = 0; k < inputs[i].Length; k++)
            {
                if (own.TryGetValue(inputs[i][k], out long earlier) && earlier != shapes[i][k])
                    return null;
                own[inputs[i][k]] = shapes[i][k];
            }

            foreach ((char label, long size) in own)
            {
                long known = sizes.GetValueOrDefault(label, 1);
                if (known != size && known != 1 && size != 1)
                    return null;
                sizes[label] = known == 1 ? size : known;
            }
        }

        return [.. output.Select(label => sizes[label])];
    }
}
