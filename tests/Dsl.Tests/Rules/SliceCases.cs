using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

/// <summary>Random slices, with the positions that they select counted one by one.</summary>
internal static class SliceCases
{
    public static PrimitiveCase Next(Random random)
    {
        long[] shape = PrimitiveCase.RandomShape(random);
        var items = new List<SliceItem>();
        var expected = new List<long>();
        bool fits = true;
        int dimension = 0;
        int count = random.Next(shape.Length + 2);
        for (int i = 0; i < count; i++)
        {
            if (random.Next(5) == 0)
            {
                items.Add(new NewAxisSlice());
                expected.Add(1);
                continue;
            }

            long size = dimension < shape.Length ? shape[dimension] : 3;
            fits &= dimension < shape.Length;
            dimension++;
            if (random.Next(3) == 0)
            {
                (long position, bool fromEnd) = Position(random, size);
                items.Add(new IndexSlice(Dimension.Constant(position), fromEnd));
                long index = fromEnd ? size - position : position;
                fits &= index >= 0 && index < size;
                continue;
            }

            (long start, bool startFromEnd) = Position(random, size);
            (long end, bool endFromEnd) = random.Next(2) == 0 ? (0, true) : Position(random, size);
            long step = random.Next(4) == 0 ? random.Next(0, 4) : 1;
            items.Add(new RangeSlice(Dimension.Constant(start), startFromEnd, Dimension.Constant(end), endFromEnd, Dimension.Constant(step)));
            long first = startFromEnd ? size - start : start, last = endFromEnd ? size - end : end;
            fits &= step > 0 && first >= 0 && first <= last && last <= size;
            long length = 0;
            for (long at = first; step > 0 && at < last; at += step)
                length++;
            expected.Add(length);
        }

        long[] rest = dimension < shape.Length ? shape[dimension..] : [];
        Signature signature = Method("Op", "slice(x, slices)", Tensor("x"), Parameter("slices", ParameterKind.Slices));
        return new PrimitiveCase(signature, [new TensorArgument(ShapeValue.Of(shape)), new SlicesArgument(items)], fits ? [.. expected, .. rest] : null);
    }

    private static (long Position, bool FromEnd) Position(Random random, long size) =>
        random.Next(2) == 0 ? (random.Next((int)size + 2), false) : (random.Next((int)size + 2), true);
}
