using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

/// <content>Primitives of the operations that move elements.</content>
internal sealed partial record PrimitiveCase
{
    private static PrimitiveCase Axes(Random random)
    {
        long[] shape = RandomShape(random);
        (Argument dims, long[]? axes) = RandomAxes(random, shape);
        int count = random.Next(6) == 0 ? random.Next(3) : axes?.Length ?? 0;
        Signature signature = Method(
            "Op", "axes(x, dims, values)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList), Parameter("values", ParameterKind.IntegerList));
        Argument values = Ints([.. Enumerable.Range(0, count).Select(_ => (long)random.Next(-3, 3))]);
        return new(signature, [Of(shape), dims, values], axes is null ? shape : Reference.Axes(shape, axes) is null || axes.Length != count ? null : shape);
    }

    private static PrimitiveCase Diagonal(Random random)
    {
        long[] shape = RandomShape(random);
        long[] v = [random.Next(-4, 5), RandomAxis(random, shape), RandomAxis(random, shape)];
        string[] names = ["offset", "dim0", "dim1"];
        Signature signature = Method("Op", "diagonal(x, offset, dim0, dim1)", [Tensor("x"), .. names.Select(name => Parameter(name, ParameterKind.Integer))]);
        return new(signature, [Of(shape), .. v.Select(Int)], Reference.Diagonal(shape, v[0], v[1], v[2]));
    }

    private static PrimitiveCase Padded(Random random, string rule, bool crops, Func<long[], long[], long[]?> reference) => OfSizes(random, rule, reference, (_, shape) =>
    {
        int count = 2 * random.Next(shape.Length + (random.Next(6) == 0 ? 2 : 1));
        return [.. Enumerable.Range(0, random.Next(10) == 0 ? count + 1 : count).Select(_ => (long)(crops ? random.Next(-2, 3) : random.Next(random.Next(2) == 0 ? 2 : 4)))];
    });

    private static PrimitiveCase Within(Random random, string rule, bool yieldsOuter)
    {
        long[] outer = RandomShape(random);
        long axis = RandomAxis(random, outer);
        long[] inner = random.Next(8) == 0 ? RandomShape(random) : [.. outer.Select(size => random.Next(10) == 0 ? RandomSize(random) : random.Next((int)size + 1))];
        if (Reference.Axes(outer, [axis], scalar: false) is [int at] && at < inner.Length)
            inner[at] = RandomSize(random);
        bool fits = Reference.Axes(outer, [axis]) is not null && inner.Length == outer.Length
            && inner.Zip(outer).Select((pair, i) => i == (axis < 0 ? axis + outer.Length : axis) || pair.First <= pair.Second).All(within => within);
        Signature signature = Method("Op", rule, Tensor("x"), Tensor("y"), Parameter("dim", ParameterKind.Integer));
        return new(signature, [Of(inner), Of(outer), Int(axis)], fits ? (yieldsOuter ? outer : inner) : null);
    }
}
