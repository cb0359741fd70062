using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

/// <content>Primitives of convolutions and pooling.</content>
internal sealed partial record PrimitiveCase
{
    private static PrimitiveCase Window(Random random) => OfIntegers(
        "window(size, kernel, stride, padding, dilation)", [random.Next(1, 12), random.Next(0, 6), random.Next(0, 4), random.Next(-1, 3), random.Next(0, 4)],
        static v => Reference.Window(v[0], v[1], v[2], v[3], v[4]));

    private static PrimitiveCase Pool(Random random)
    {
        long[] v = [random.Next(0, 12), random.Next(0, 6), random.Next(0, 4), random.Next(-1, 3), random.Next(0, 4)];
        bool roundsUp = random.Next(2) == 0;
        string[] names = ["size", "kernel", "stride", "padding", "dilation"];
        Signature signature = Method(
            "Op", "pool(size, kernel, stride, padding, dilation, roundsUp)",
            [.. names.Select(name => Parameter(name, ParameterKind.Integer)), Parameter("roundsUp", ParameterKind.Boolean)]);
        long? count = 2 * v[3] > v[1] ? null : Reference.Pool(v[0], v[1], v[2], v[3], v[4], roundsUp);
        return new(signature, [.. v.Select(Int), new BooleanArgument(roundsUp)], count is long size ? [size] : null);
    }

    private static PrimitiveCase Cover(Random random) => OfIntegers(
        "cover(positions, kernel, stride, padding, dilation, extra)",
        [random.Next(1, 6), random.Next(0, 4), random.Next(0, 4), random.Next(-1, 3), random.Next(0, 4), random.Next(-1, 3)],
        static v => Reference.Cover(v[0], v[1], v[2], v[3], v[4], v[5]));

    private static PrimitiveCase Entry(Random random)
    {
        int count = random.Next(1, 4), index = random.Next(count);
        long[] list = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(5))];
        Signature signature = Method("Op", $"entry(list, {index}, {count}, 7)", Parameter("list", ParameterKind.IntegerList));
        long? entry = list.Length == 0 ? 7 : list.Length == 1 ? list[0] : list.Length == count ? list[index] : null;
        return new(signature, [Ints(list)], entry is { } value ? [value] : null);
    }

    private static PrimitiveCase Choose(Random random)
    {
        long[] x = RandomShape(random), y = random.Next(3) == 0 ? RandomShape(random) : Related(random, x);
        long index = random.Next(-1, 4);
        Signature signature = Method("Op", "choose(index, reduce(x), x, y)", Parameter("index", ParameterKind.Integer), Tensor("x"), Tensor("y"));
        return new(signature, [random.Next(8) == 0 && index == 0 ? new AbsentArgument() : Int(index), Of(x), Of(y)], index switch { 0 => [], 1 => x, 2 => y, _ => null });
    }

    private static PrimitiveCase Share(Random random, string name, Func<long, long, long> share) => OfIntegers(
        $"{name}(size, parts)", [random.Next(0, 9), random.Next(0, 4)], v => v[1] < 1 || v[0] % v[1] != 0 ? null : share(v[0], v[1]));

    private static PrimitiveCase OfIntegers(string rule, long[] values, Func<long[], long?> reference)
    {
        string[] names = rule[(rule.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(", ");
        Signature signature = Method("Op", rule, [.. names.Select(name => Parameter(name, ParameterKind.Integer))]);
        return new(signature, [.. values.Select(Int)], reference(values) is long size ? [size] : null);
    }
}
