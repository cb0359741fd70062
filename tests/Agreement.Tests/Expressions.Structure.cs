namespace TypedTensors.Tests.Agreement;

/// <content>Expressions that change the structure: views, joins, reductions.</content>
internal sealed partial class Expressions
{
    private Candidate Transposed()
    {
        Operand a = Pick();
        if (random.Next(3) == 0)
            return new($"{a.Text}.T", () => a.Value.T);
        (int first, int second) = (Axis(a.Rank), Axis(a.Rank));
        return random.Next(2) == 0
            ? new($"{a.Text}.Transpose({first}, {second})", () => Ops.Transpose(a.Value, first, second))
            : new($"Ops.Transpose({a.Text}, dim1: {second}, dim0: {first})", () => Ops.Transpose(a.Value, first, second));
    }

    private Candidate Permuted()
    {
        Operand a = Pick();
        int[] dims = [.. Enumerable.Range(0, a.Rank).OrderBy(_ => random.Next())];
        if (dims.Length > 0 && random.Next(6) == 0)
            dims[random.Next(dims.Length)] = Axis(a.Rank);
        if (random.Next(12) == 0)
            dims = [.. dims, 0];
        if (dims.Length > 0 && random.Next(4) == 0)
            dims[0] -= a.Rank;
        return random.Next(2) == 0
            ? new($"{a.Text}.Permute({List(dims)})", () => Ops.Permute(a.Value, dims))
            : new($"Ops.Permute({a.Text}, [{List(dims)}])", () => Ops.Permute(a.Value, dims));
    }

    private Candidate Reshaped()
    {
        Operand a = Pick();
        List<int> sizes = [];
        int rest = a.Value.ElementCount;
        while (rest > 1 && sizes.Count < 4)
        {
            int[] divisors = [.. Enumerable.Range(1, rest).Where(d => rest % d == 0)];
            int size = divisors[random.Next(divisors.Length)];
            sizes.Add(size);
            rest /= size;
        }

        if (rest != 1)
            sizes.Add(rest);
        if (sizes.Count > 0 && random.Next(3) == 0)
            sizes[random.Next(sizes.Count)] = -1;
        if (sizes.Count > 0 && random.Next(8) == 0)
            sizes[random.Next(sizes.Count)] = random.Next(-2, 5);
        int[] shape = [.. sizes];
        return random.Next(2) == 0
            ? new($"{a.Text}.Reshape({List(shape)})", () => Ops.Reshape(a.Value, shape))
            : new($"Ops.Reshape({a.Text}, new int[] {{ {List(shape)} }})", () => Ops.Reshape(a.Value, shape));
    }

    private Candidate Expanded()
    {
        Operand a = Pick();
        List<int> sizes = [.. a.Sizes];
        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i] == 1)
                sizes[i] = Size();
            else if (random.Next(3) == 0)
                sizes[i] = -1;
            else if (random.Next(12) == 0)
                sizes[i] = Size();
        }

        if (random.Next(2) == 0)
            sizes.Insert(0, random.Next(6) == 0 ? -1 : Size());
        if (sizes.Count > 1 && random.Next(12) == 0)
            sizes.RemoveAt(0);
        int[] shape = [.. sizes];
        return new($"{a.Text}.Expand({List(shape)})", () => Ops.Expand(a.Value, shape));
    }

    private Candidate Sliced()
    {
        Operand a = Pick();
        int count = random.Next(12) == 0 ? a.Rank + 1 : random.Next(0, a.Rank + 1);
        if (count == 0)
            return Unsqueezed();
        List<string> texts = [];
        List<Slice> slices = [];
        for (int i = 0; i < count; i++)
        {
            int size = i < a.Rank ? a.Sizes[i] : 2;
            (string text, Slice slice) = OneSlice(size);
            texts.Add(text);
            slices.Add(slice);
        }

        return new($"{a.Text}[{string.Join(", ", texts)}]", () => a.Value[[.. slices]]);
    }

    private (string Text, Slice Slice) OneSlice(int size)
    {
        int spread = random.Next(8) == 0 ? 2 : 0;
        int low = random.Next(0, size + 1 + spread);
        int high = random.Next(10) == 0 ? random.Next(0, size + 1 + spread) : random.Next(low, Math.Max(low, size) + 1 + spread);
        int index = random.Next(0, Math.Max(1, size) + spread);
        return random.Next(8) switch
        {
            0 => ($"{index}", index),
            1 => ($"^{index + 1}", ^(index + 1)),
            2 => ($"{low}..{high}", low..high),
            3 => ($"{low}..", low..),
            4 => ($"..{high}", ..high),
            5 => ($"..^{low}", ..^low),
            6 => ($"^{low}..", ^low..),
            _ => ("..", ..),
        };
    }

    private Candidate Cat()
    {
        Operand[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick())];
        if (random.Next(2) == 0)
            parts = [parts[0], .. parts.Skip(1).Select(_ => parts[0])];
        int dim = Axis(parts[0].Rank);
        Tensor<float>[] values = [.. parts.Select(part => part.Value)];
        string list = string.Join(", ", parts.Select(part => part.Text));
        return new($"Ops.Cat([{list}], {dim})", () => Ops.Cat(values, dim));
    }

    private Candidate Stacked()
    {
        Operand[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick())];
        if (random.Next(2) == 0)
            parts = [parts[0], .. parts.Skip(1).Select(_ => parts[0])];
        int dim = random.Next(-parts[0].Rank - 1, parts[0].Rank + (random.Next(8) == 0 ? 2 : 1));
        Tensor<float>[] values = [.. parts.Select(part => part.Value)];
        string list = string.Join(", ", parts.Select(part => part.Text));
        return new($"Ops.Stack([{list}], {dim})", () => Ops.Stack(values, dim));
    }

    private Candidate Reduced()
    {
        Operand a = Pick();
        string name = random.Next(3) switch { 0 => "Sum", 1 => "Mean", _ => "Max" };
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(4) == 0)
            return new($"Ops.{name}({a.Text})", () => Reduce(name, a.Value, null, false));
        if (random.Next(2) == 0)
        {
            int dim = Axis(a.Rank);
            return random.Next(2) == 0
                ? new($"{a.Text}.{name}({dim}, keepDims: {keepText})", () => Reduce(name, a.Value, [dim], keep))
                : new($"Ops.{name}({a.Text}, {dim}, {keepText})", () => Reduce(name, a.Value, [dim], keep));
        }

        int[] dims = [.. Enumerable.Range(0, a.Rank).Where(_ => random.Next(2) == 0)];
        if (random.Next(8) == 0)
            dims = [.. dims, Axis(a.Rank)];
        return new($"Ops.{name}({a.Text}, [{List(dims)}], {keepText})", () => Reduce(name, a.Value, dims, keep));
    }

    private static Tensor<float> Reduce(string name, Tensor<float> x, int[]? dims, bool keep) => (name, dims) switch
    {
        ("Sum", null) => Ops.Sum(x),
        ("Mean", null) => Ops.Mean(x),
        ("Max", null) => Ops.Max(x),
        ("Sum", _) => Ops.Sum(x, dims, keep),
        ("Mean", _) => Ops.Mean(x, dims, keep),
        _ => Ops.Max(x, dims, keep),
    };

    private Candidate Normalized()
    {
        Operand a = Pick();
        int dim = Axis(a.Rank);
        return random.Next(2) == 0
            ? new($"Ops.Softmax({a.Text}, {dim})", () => Ops.Softmax(a.Value, dim))
            : new($"{a.Text}.LogSoftmax({dim})", () => Ops.LogSoftmax(a.Value, dim));
    }

    private Candidate Unsqueezed()
    {
        Operand a = Pick();
        int dim = random.Next(-a.Rank - 1, a.Rank + (random.Next(8) == 0 ? 2 : 1));
        return random.Next(2) == 0
            ? new($"{a.Text}.Unsqueeze({dim})", () => Ops.Unsqueeze(a.Value, dim))
            : new($"{a.Text}.Squeeze({dim})", () => Ops.Squeeze(a.Value, dim));
    }

    private Candidate Flattened()
    {
        Operand a = Pick();
        (int start, int end) = (Axis(a.Rank), Axis(a.Rank));
        return random.Next(3) == 0
            ? new($"Ops.Flatten({a.Text})", () => Ops.Flatten(a.Value))
            : new($"{a.Text}.Flatten({start}, {end})", () => Ops.Flatten(a.Value, start, end));
    }

    private Candidate CrossEntropy()
    {
        Operand a = Pick();
        (Func<Tensor<int>> targets, string target) = Targets(a);
        return new($"Ops.CrossEntropy({a.Text}, {target})", () => Ops.CrossEntropy(a.Value, targets()));
    }
}
