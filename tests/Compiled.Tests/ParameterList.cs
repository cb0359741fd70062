namespace TypedTensors.Tests.Compiled;

/// <summary>Draws the parameters of a program.</summary>
internal sealed class ParameterList(Random random)
{
    private readonly List<Parameter> _all = [];
    private int[][]? _pack;

    public IReadOnlyList<Parameter> All => _all;

    public IEnumerable<Operand> Tensors => _all.Where(static parameter => parameter.IsDifferentiated)
        .Select(static parameter => new Operand(parameter.Name, [.. parameter.Arguments.Cast<Tensor<double>>()]));

    /// <summary>Whether a shape begins with any number of dimensions.</summary>
    public bool HasPack => _pack is not null;

    public void AddTensor(string name)
    {
        (string text, int[][] sizes) = DrawShape(random.Next(10) == 0 ? 4 : 3);
        if (random.Next(5) == 0)
        {
            _pack ??= DrawPack();
            text = text.Length == 0 ? "...b" : "...b, " + text;
            sizes = [.. sizes.Zip(_pack, static (own, pack) => (int[])[.. pack, .. own])];
        }

        bool isPositive = random.Next(2) == 0;
        object[] arguments = [.. sizes.Select(shape => Draw(shape, isPositive))];
        _all.Add(new Parameter(name, "Tensor<double>", random.Next(3) > 0 ? text : null, arguments));
    }

    public Number AddNumber(string name)
    {
        Number number = Number.Of(random.Next(1, 12) / 4.0);
        _all.Add(new Parameter(name, "double", null, [.. Enumerable.Repeat((object)number.Value, Sizes.Bindings)]));
        return number with { Text = name };
    }

    public Mask AddMask(string name)
    {
        (string text, int[][] sizes) = DrawShape(2);
        Tensor<bool>[] values = [.. sizes.Select(shape => Tensor.From<bool>([.. Enumerable.Range(0, Count(shape)).Select(_ => random.Next(2) == 0)], shape))];
        _all.Add(new Parameter(name, "Tensor<bool>", random.Next(2) == 0 ? text : null, values));
        return new Mask(name, values);
    }

    /// <summary>Adds the classes that a cross-entropy of logits is to find.</summary>
    public Parameter AddTarget(string name, Operand logits)
    {
        Tensor<int>[] targets = [.. logits.Values.Select(value =>
        {
            int[] sizes = value.Rank < 2 ? [] : [.. value.Shape.Sizes.ToArray().Where((_, axis) => axis != 1)];
            int classes = value.Rank switch { 0 => throw new UnsuitableException(), 1 => value.Shape[0], _ => value.Shape[1] };
            return Tensor.From<int>([.. Enumerable.Range(0, Count(sizes)).Select(_ => random.Next(classes))], sizes);
        })];
        string? shape = random.Next(2) == 0 && !HasPack ? Sizes.TextOf([.. targets.Select(static target => target.Shape)]) : null;
        Parameter parameter = new(name, "Tensor<int>", shape, targets);
        _all.Add(parameter);
        return parameter;
    }

    private (string Text, int[][] Sizes) DrawShape(int maxRank)
    {
        (string Text, int[] Values)[] sizes = [.. Enumerable.Range(0, random.Next(maxRank + 1)).Select(_ => Sizes.Draw(random))];
        return (string.Join(", ", sizes.Select(static size => size.Text)), [.. Enumerable.Range(0, Sizes.Bindings).Select(at => sizes.Select(size => size.Values[at]).ToArray())]);
    }

    /// <summary>Leading dimensions; sometimes their number depends on the binding.</summary>
    private int[][] DrawPack() => random.Next(3) == 0
        ? [.. Enumerable.Range(0, Sizes.Bindings).Select(_ => Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(1, 4)).ToArray())]
        : DrawShape(2).Sizes;

    private Tensor<double> Draw(int[] sizes, bool isPositive) => Tensor.From<double>(
        [.. Enumerable.Range(0, Count(sizes)).Select(_ => isPositive ? 0.4 + (1.4 * random.NextDouble()) : (2.4 * random.NextDouble()) - 1.2)], sizes);

    private static int Count(int[] sizes) => sizes.Aggregate(1, static (count, size) => count * size);
}
