namespace TypedTensors.Tests.Compiled;

/// <content>Expressions that change the structure: views, joins, reductions.</content>
internal sealed partial class Expressions
{
    private Candidate Transposed()
    {
        Operand a = Pick();
        if (random.Next(3) == 0)
            return new($"{a.Text}.T", at => a.Values[at].T);
        (int first, int second) = (Axis(a.Rank), Axis(a.Rank));
        return random.Next(2) == 0
            ? new($"{a.Text}.Transpose({first}, {second})", at => Ops.Transpose(a.Values[at], first, second))
            : new($"Ops.Transpose({a.Text}, dim1: {second}, dim0: {first})", at => Ops.Transpose(a.Values[at], first, second));
    }

    private Candidate Permuted()
    {
        Operand a = Pick();
        int[] dims = [.. Enumerable.Range(0, a.Rank).OrderBy(_ => random.Next())];
        if (dims.Length > 0 && random.Next(4) == 0)
            dims[0] -= a.Rank;
        return random.Next(2) == 0
            ? new($"{a.Text}.Permute({List(dims)})", at => Ops.Permute(a.Values[at], dims))
            : new($"Ops.Permute({a.Text}, [{List(dims)}])", at => Ops.Permute(a.Values[at], dims));
    }

    private Candidate Reshaped()
    {
        Operand a = Pick();
        Tensor<double> Value(int at) => a.Values[at].Rank > 1 ? a.Values[at] : throw new UnsuitableException();
        return random.Next(7) switch
        {
            0 => new($"{a.Text}.Reshape(-1)", at => Ops.Reshape(a.Values[at], -1)),
            1 => new($"{a.Text}.Reshape(1, {a.Text}.Shape[0], -1)", at => Ops.Reshape(a.Values[at], 1, a.Values[at].Shape[0], -1)),
            2 => new($"Ops.Reshape({a.Text}, [-1, {a.Text}.Shape[0]])", at => Ops.Reshape(Value(at), [-1, Value(at).Shape[0]])),
            3 => new($"{a.Text}.Reshape({a.Text}.Shape[0] * {a.Text}.Shape[1], -1)", at => Ops.Reshape(Value(at), Value(at).Shape[0] * Value(at).Shape[1], -1)),
            4 => new($"{a.Text}.Reshape({a.Text}.Shape[1], {a.Text}.Shape[0], -1, 1)", at => Ops.Reshape(Value(at), Value(at).Shape[1], Value(at).Shape[0], -1, 1)),
            5 => new($"{a.Text}.T.Reshape(-1, 1)", at => Ops.Reshape(a.Values[at].T, -1, 1)),
            _ => new($"{a.Text}.Reshape({a.Text}.ElementCount)", at => Ops.Reshape(a.Values[at], a.Values[at].ElementCount)),
        };
    }

    private Candidate Expanded()
    {
        Operand a = Pick();
        List<int> sizes = [];
        for (int axis = 0; axis < a.Rank; axis++)
            sizes.Add(a.Values.All(value => value.Rank > axis && value.Shape[axis] == 1) ? random.Next(1, 4) : -1);
        if (random.Next(2) == 0)
            sizes.Insert(0, random.Next(1, 4));
        int[] shape = [.. sizes];
        if (random.Next(3) > 0 || a.Rank == 0)
            return new($"{a.Text}.Expand({List(shape)})", at => Ops.Expand(a.Values[at], shape));
        Operand b = Pick();
        string rest = string.Concat(Enumerable.Repeat(", -1", a.Rank));
        return new(
            $"{a.Text}.Unsqueeze(0).Expand({b.Text}.Shape[0]{rest})",
            at => Ops.Expand(Ops.Unsqueeze(a.Values[at], 0), [b.Values[at].Rank > 0 ? b.Values[at].Shape[0] : throw new UnsuitableException(), .. Enumerable.Repeat(-1, a.Rank)]));
    }

    private Candidate Sliced()
    {
        Operand a = Pick();
        if (a.Rank == 0 || a.Values.Any(value => value.Rank != a.Rank))
            return Unsqueezed();
        List<string> texts = [];
        List<Slice> slices = [];
        int sliced = random.Next(1, a.Rank + 1);
        for (int axis = 0; axis < sliced; axis++)
        {
            (string text, Slice slice) = OneSlice(a.SizeOf(axis));
            texts.Add(text);
            slices.Add(slice);
        }

        return new($"{a.Text}[{string.Join(", ", texts)}]", at => a.Values[at][[.. slices]]);
    }

    private (string Text, Slice Slice) OneSlice(int size)
    {
        int low = random.Next(0, size);
        int high = random.Next(low + 1, size + 1);
        return random.Next(10) switch
        {
            0 => ($"{low}", low),
            8 => ("Slice.All", Slice.All),
            1 => ($"^{low + 1}", ^(low + 1)),
            2 => ($"{low}..{high}", low..high),
            3 => ($"{low}..", low..),
            4 => ($"..{high}", ..high),
            5 => ($"..^{low}", ..^low),
            6 => ($"^{low + 1}..", ^(low + 1)..),
            7 => ("Slice.Step(.., 2)", Slice.Step(.., 2)),
            _ => ("..", ..),
        };
    }

    private Candidate Cat()
    {
        (Operand[] parts, string list) = Parts();
        int dim = Axis(parts[0].Rank);
        return new($"Ops.Cat([{list}], {dim})", at => Ops.Cat([.. parts.Select(part => part.Values[at])], dim));
    }

    private Candidate Stacked()
    {
        (Operand[] parts, string list) = Parts();
        int dim = random.Next(-parts[0].Rank - 1, parts[0].Rank + 1);
        return new($"Ops.Stack([{list}], {dim})", at => Ops.Stack([.. parts.Select(part => part.Values[at])], dim));
    }

    private (Operand[] Parts, string List) Parts()
    {
        Operand first = Pick();
        Operand[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => i == 0 || random.Next(4) == 0 ? first : Pick())];
        return (parts, string.Join(", ", parts.Select(static part => part.Text)));
    }

    private Candidate Reduced()
    {
        Operand a = Pick();
        string name = random.Next(3) switch { 0 => "Sum", 1 => "Mean", _ => "Max" };
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(5) == 0)
            return new($"Ops.{name}({a.Text})", at => Reduce(name, a.Values[at], null, false));
        if (random.Next(2) == 0)
        {
            int dim = Axis(a.Rank);
            return random.Next(2) == 0
                ? new($"{a.Text}.{name}({dim}, keepDims: {keepText})", at => Reduce(name, a.Values[at], [dim], keep))
                : new($"Ops.{name}({a.Text}, {dim}, {keepText})", at => Reduce(name, a.Values[at], [dim], keep));
        }

        int[] dims = [.. Enumerable.Range(0, a.Rank).Where(_ => random.Next(2) == 0)];
        return new($"Ops.{name}({a.Text}, [{List(dims)}], {keepText})", at => Reduce(name, a.Values[at], dims, keep));
    }

    private static Tensor<double> Reduce(string name, Tensor<double> x, int[]? dims, bool keep) => (name, dims) switch
    {
        ("Sum", null) => Ops.Sum(x),
        ("Mean", null) => Ops.Mean(x),
        ("Max", null) => Ops.Max(Suitable.UniqueMaximum(x, [])),
        ("Sum", _) => Ops.Sum(x, dims, keep),
        ("Mean", _) => Ops.Mean(x, dims, keep),
        _ => Ops.Max(Suitable.UniqueMaximum(x, dims!), dims, keep),
    };

    private Candidate Normalized()
    {
        Operand a = Pick();
        int dim = Axis(a.Rank);
        return random.Next(2) == 0
            ? new($"Ops.Softmax({a.Text}, {dim})", at => Ops.Softmax(a.Values[at], dim))
            : new($"{a.Text}.LogSoftmax({dim})", at => Ops.LogSoftmax(a.Values[at], dim));
    }

    private Candidate Unsqueezed()
    {
        Operand a = Pick();
        int dim = random.Next(-a.Rank - 1, a.Rank + 1);
        return random.Next(3) switch
        {
            0 => new($"{a.Text}.Squeeze()", at => Ops.Squeeze(a.Values[at])),
            1 => new($"{a.Text}.Squeeze({dim})", at => Ops.Squeeze(a.Values[at], dim)),
            _ => new($"{a.Text}.Unsqueeze({dim})", at => Ops.Unsqueeze(a.Values[at], dim)),
        };
    }

    private Candidate Flattened()
    {
        Operand a = Pick();
        (int start, int end) = (Axis(a.Rank), Axis(a.Rank));
        return random.Next(3) == 0
            ? new($"Ops.Flatten({a.Text})", at => Ops.Flatten(a.Values[at]))
            : new($"{a.Text}.Flatten({start}, {end})", at => Ops.Flatten(a.Values[at], start, end));
    }
}
