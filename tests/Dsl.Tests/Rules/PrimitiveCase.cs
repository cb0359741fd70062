using TypedTensors.Shapes;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

/// <summary>A call of one primitive with concrete arguments and what the reference says of it.</summary>
internal sealed partial record PrimitiveCase(Signature Signature, Argument[] Arguments, long[]? Expected)
{
    private static readonly Dictionary<string, Func<Random, PrimitiveCase>> Generators = new()
    {
        ["broadcast"] = random => Binary(random, "broadcast(x, y)", Reference.Broadcast, Related),
        ["matmul"] = random => Binary(random, "matmul(x, y)", Reference.MatMul, MatMulPartner),
        ["drop"] = random => OfAxes(random, "drop(x, dims)", (shape, axes) => axes is null ? [] : Reference.Drop(shape, axes)),
        ["keep"] = random => OfAxes(random, "keep(x, dims)", (shape, axes) => axes is null ? shape : Reference.Keep(shape, axes)),
        ["squeeze"] = random => OfAxes(random, "squeeze(x, dims)", Reference.Squeeze),
        ["nonempty"] = random => OfAxes(random, "nonempty(x, dims)", Reference.NonEmpty),
        ["reduce"] = Reduce,
        ["insert"] = random => OfIntegers(random, "insert(x, a, b)", 2, (shape, i) => Reference.Insert(shape, i[0], Math.Abs(i[1])), absolute: 1),
        ["replace"] = random => OfIntegers(random, "replace(x, a, b)", 2, (shape, i) => Reference.Replace(shape, i[0], Math.Abs(i[1])), absolute: 1),
        ["take"] = random => OfIntegers(random, "take(x, a, b)", 2, Reference.Take),
        ["swap"] = random => OfIntegers(random, "swap(x, a, b)", 2, (shape, i) => Reference.Swap(shape, i[0], i[1])),
        ["flatten"] = random => OfIntegers(random, "flatten(x, a, b)", 2, (shape, i) => Reference.Flatten(shape, i[0], i[1])),
        ["transpose"] = random => OfIntegers(random, "transpose(x)", 0, (shape, _) => Reference.Transpose(shape)),
        ["rank"] = random => OfIntegers(random, "rank(x)", 0, (shape, _) => [shape.Length]),
        ["product"] = random => OfIntegers(random, "product(x)", 0, (shape, _) => [shape.Aggregate(1L, (a, b) => a * b)]),
        ["size"] = random => OfIntegers(random, "size(x, a)", 1, (shape, i) => Reference.Axes(shape, i, scalar: false) is [int at] ? [shape[at]] : null),
        ["permute"] = Permute,
        ["reshape"] = random => OfSizes(random, "reshape(x, sizes)", Reference.Reshape, Refill),
        ["expand"] = random => OfSizes(random, "expand(x, sizes)", Reference.Expand, Grown),
        ["slice"] = SliceCases.Next,
        ["concat"] = random => Joined(random, "concat(tensors, dim)", Reference.Concat, vary: true),
        ["stack"] = random => Joined(random, "stack(tensors, dim)", Reference.Stack, vary: false),
        ["window"] = Window,
        ["pool"] = Pool,
        ["cover"] = Cover,
        ["entry"] = Entry,
        ["share"] = random => Share(random, "share", static (size, parts) => size / parts),
        ["shared"] = random => Share(random, "shared", static (size, _) => size),
        ["einsum"] = Einsum,
        ["axes"] = Axes,
        ["diagonal"] = Diagonal,
        ["tile"] = random => OfSizes(random, "tile(x, sizes)", Reference.Tile, (_, shape) => [.. RandomShape(random, shape.Length + 1)]),
        ["pad"] = random => Padded(random, "pad(x, sizes)", crops: true, Reference.Pad),
        ["padreflection"] = random => Padded(random, "padreflection(x, sizes)", crops: false, Reference.PadReflection),
        ["padedge"] = random => Padded(random, "padedge(x, sizes)", crops: false, Reference.PadEdge),
        ["choose"] = Choose,
        ["within"] = random => Within(random, "within(x, y, dim)", yieldsOuter: false),
        ["around"] = random => Within(random, "around(y, x, dim)", yieldsOuter: true),
    };

    public static IEnumerable<string> Names => Generators.Keys;

    public static PrimitiveCase Next(string name, Random random) => Generators[name](random);

    public override string ToString() => $"{string.Join("; ", Arguments.Select(Show))} -> {(Expected is null ? "mistake" : ShapeValue.Of(Expected))}";

    public static string Show(Argument argument) => argument switch
    {
        TensorArgument tensor => tensor.Shape.ToString(),
        TensorListArgument list => "[" + string.Join(", ", list.Shapes) + "]",
        IntegerArgument integer => integer.Value.ToString(),
        IntegerListArgument list => "[" + string.Join(", ", list.Values) + "]",
        SlicesArgument slices => "[" + string.Join(", ", slices.Items) + "]",
        BooleanArgument boolean => boolean.Value.ToString(),
        TextArgument text => text.Value,
        _ => argument.GetType().Name,
    };

    internal static long[] RandomShape(Random random, int maxRank = 4) =>
        [.. Enumerable.Range(0, random.Next(maxRank + 1)).Select(_ => RandomSize(random))];

    private static long RandomSize(Random random) => random.Next(12) switch { 0 => 0, 1 or 2 or 3 => 1, 4 or 5 or 6 => 2, 7 or 8 or 9 => 3, 10 => 4, _ => 6 };

    private static long RandomAxis(Random random, long[] shape) => random.Next(-shape.Length - 2, shape.Length + 2);

    private static PrimitiveCase Binary(
        Random random, string rule, Func<long[], long[], long[]?> reference, Func<Random, long[], long[]> partner)
    {
        long[] x = RandomShape(random), y = random.Next(4) == 0 ? RandomShape(random) : partner(random, x);
        return new(Method("Op", rule, Tensor("x"), Tensor("y")), [Of(x), Of(y)], reference(x, y));
    }

    /// <summary>A shape that mostly broadcasts: a suffix or an extension of another with some sizes 1.</summary>
    private static long[] Related(Random random, long[] shape)
    {
        long[] suffix = shape[random.Next(shape.Length + 1)..];
        long[] prefix = suffix.Length == shape.Length ? RandomShape(random, 2) : [];
        return [.. prefix, .. suffix.Select(size => random.Next(3) == 0 ? 1 : size)];
    }

    private static long[] MatMulPartner(Random random, long[] left)
    {
        if (left.Length == 0)
            return RandomShape(random);
        long inner = left[^1];
        long[] batch = left.Length > 2 ? Related(random, left[..^2]) : RandomShape(random, 2);
        return random.Next(3) switch { 0 => [inner], 1 => [inner, RandomSize(random)], _ => [.. batch, inner, RandomSize(random)] };
    }

    private static (Argument Argument, long[]? Axes) RandomAxes(Random random, long[] shape)
    {
        switch (random.Next(5))
        {
            case 0:
                return (new AbsentArgument(), null);
            case 1:
                long axis = RandomAxis(random, shape);
                return (Int(axis), [axis]);
            default:
                int count = random.Next(Math.Min(3, shape.Length + 1));
                long[] axes = [.. Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).Take(count).Select(i => random.Next(2) == 0 ? (long)i : i - shape.Length)];
                if (axes.Length > 0 && random.Next(5) == 0)
                    axes[0] = RandomAxis(random, shape);
                return (Ints(axes), axes);
        }
    }

    private static PrimitiveCase OfAxes(Random random, string rule, Func<long[], long[]?, long[]?> reference)
    {
        long[] shape = RandomShape(random);
        (Argument argument, long[]? axes) = RandomAxes(random, shape);
        ParameterKind kind = argument is IntegerListArgument ? ParameterKind.IntegerList : ParameterKind.Integer;
        return new(Method("Op", rule, Tensor("x"), Parameter("dims", kind)), [Of(shape), argument], reference(shape, axes));
    }

    private static PrimitiveCase Reduce(Random random)
    {
        long[] shape = RandomShape(random);
        (Argument argument, long[]? axes) = RandomAxes(random, shape);
        bool keep = random.Next(2) == 0;
        Signature signature = Method("Op", "reduce(x, dims, keepDims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList), Parameter("keepDims", ParameterKind.Boolean));
        return new(signature, [Of(shape), argument, new BooleanArgument(keep)], Reference.Reduce(shape, axes, keep));
    }

    private static PrimitiveCase OfIntegers(Random random, string rule, int count, Func<long[], long[], long[]?> reference, int absolute = -1)
    {
        long[] shape = RandomShape(random);
        long[] integers = [.. Enumerable.Range(0, count).Select(i => i == absolute ? RandomSize(random) : RandomAxis(random, shape))];
        ParameterDeclaration[] parameters = [Tensor("x"), .. "ab".Take(count).Select(c => Parameter(c.ToString(), ParameterKind.Integer))];
        return new(Method("Op", rule, parameters), [Of(shape), .. integers.Select(Int)], reference(shape, integers));
    }

    private static PrimitiveCase Permute(Random random)
    {
        long[] shape = RandomShape(random);
        long[] order = [.. Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).Select(i => random.Next(3) == 0 ? (long)i - shape.Length : i)];
        if (order.Length > 0 && random.Next(5) == 0)
            order[random.Next(order.Length)] = RandomAxis(random, shape);
        if (random.Next(8) == 0)
            order = [.. order, 0];
        return new(Method("Op", "permute(x, dims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList)), [Of(shape), Ints(order)], Reference.Permute(shape, order));
    }

    private static PrimitiveCase OfSizes(Random random, string rule, Func<long[], long[], long[]?> reference, Func<Random, long[], long[]> fitting)
    {
        long[] shape = RandomShape(random), sizes = fitting(random, shape);
        if (sizes.Length > 0 && random.Next(6) == 0)
            sizes[random.Next(sizes.Length)] = random.Next(-2, 4);
        return new(Method("Op", rule, Tensor("x"), Parameter("sizes", ParameterKind.IntegerList)), [Of(shape), Ints(sizes)], reference(shape, sizes));
    }

    /// <summary>Sizes with the same product: neighbours merged, ones put in, one size left to infer.</summary>
    private static long[] Refill(Random random, long[] shape)
    {
        List<long> sizes = [.. shape.OrderBy(_ => random.Next())];
        if (sizes.Count > 1 && random.Next(2) == 0)
        {
            sizes[0] *= sizes[1];
            sizes.RemoveAt(1);
        }

        if (random.Next(3) == 0)
            sizes.Insert(random.Next(sizes.Count + 1), 1);
        if (sizes.Count > 0 && random.Next(2) == 0)
            sizes[random.Next(sizes.Count)] = -1;
        return [.. sizes];
    }

    private static long[] Grown(Random random, long[] shape) =>
    [
        .. RandomShape(random, 2),
        .. shape.Select(size => random.Next(4) == 0 ? -1 : size == 1 ? RandomSize(random) : size),
    ];

    private static PrimitiveCase Joined(Random random, string rule, Func<long[][], long, long[]?> reference, bool vary)
    {
        long[] shape = RandomShape(random);
        long axis = RandomAxis(random, shape);
        var shapes = new List<long[]>();
        for (int count = random.Next(4); count >= 0; count--)
        {
            long[] next = [.. shape];
            if (vary && Reference.Axes(shape, [axis], scalar: false) is [int at])
                next[at] = RandomSize(random);
            if (next.Length > 0 && random.Next(8) == 0)
                next[random.Next(next.Length)] = RandomSize(random);
            shapes.Add(random.Next(12) == 0 ? RandomShape(random) : next);
        }

        if (random.Next(20) == 0)
            shapes.Clear();
        Signature signature = Method("Op", rule, Parameter("tensors", ParameterKind.TensorList), Parameter("dim", ParameterKind.Integer));
        return new(signature, [new TensorListArgument([.. shapes.Select(ShapeValue.Of)]), Int(axis)], reference([.. shapes], axis));
    }

    private static PrimitiveCase Einsum(Random random)
    {
        const string Letters = "ijkB";
        var sizes = Letters.ToDictionary(letter => letter, _ => RandomSize(random));
        string[] inputs = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string([.. Enumerable.Range(0, random.Next(4)).Select(_ => Letters[random.Next(Letters.Length)])]))];
        long[][] shapes = [.. inputs.Select(input => input.Select(letter => random.Next(10) == 0 ? RandomSize(random) : sizes[letter]).ToArray())];
        if (random.Next(10) == 0)
            shapes[0] = RandomShape(random);
        string all = string.Concat(inputs);
        string output = new([.. all.Distinct().OrderBy(_ => random.Next()).Take(random.Next(4))]);
        string equation = string.Join(",", inputs) + "->" + output;
        if (random.Next(3) == 0)
        {
            output = new([.. all.Where(letter => all.Count(other => other == letter) == 1).OrderBy(letter => letter)]);
            equation = string.Join(", ", inputs);
        }

        Signature signature = Method("Op", "einsum(equation, tensors)", Parameter("equation", ParameterKind.Text), Parameter("tensors", ParameterKind.TensorList));
        Argument[] arguments = [new TextArgument(equation), new TensorListArgument([.. shapes.Select(ShapeValue.Of)])];
        return new(signature, arguments, Reference.Einsum(inputs, output, shapes));
    }
}
