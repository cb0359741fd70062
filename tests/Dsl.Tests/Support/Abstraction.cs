using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Tests.Support;

/// <summary>Turns concrete arguments into ones of which less is known, and remembers what the symbols stand for.</summary>
internal sealed class Abstraction(Random random, SymbolKind kind)
{
    private readonly Dictionary<Symbol, long> _sizes = [];
    private readonly Dictionary<Symbol, long[]> _packs = [];
    private int _serial = 1_000_000;

    public Argument Of(Argument argument) => argument switch
    {
        TensorArgument tensor => random.Next(8) == 0 ? new UnknownArgument() : new TensorArgument(Of(tensor.Shape)),
        TensorListArgument list => random.Next(8) == 0 ? new UnknownArgument() : new TensorListArgument([.. list.Shapes.Select(Of)]),
        IntegerArgument integer => random.Next(6) == 0 ? new UnknownArgument() : new IntegerArgument(Of(integer.Value)),
        IntegerListArgument list => random.Next(6) == 0 ? new UnknownArgument() : new IntegerListArgument([.. list.Values.Select(Of)]),
        BooleanArgument => random.Next(4) == 0 ? new UnknownArgument() : argument,
        SlicesArgument slices => random.Next(6) == 0 ? new UnknownArgument() : new SlicesArgument([.. slices.Items.Select(Of)]),
        _ => argument,
    };

    /// <summary>Whether the concrete shape is one that the abstract shape stands for.</summary>
    public bool Covers(ShapeValue shape, long[] actual)
    {
        ShapeItem[] items = [.. shape.Items.SelectMany(item => item.Pack is not null && _packs.TryGetValue(item.Pack, out long[]? run)
            ? run.Select(size => ShapeItem.Of(Dimension.Constant(size)))
            : [item])];
        int pack = Array.FindIndex(items, item => item.IsPack);
        int before = pack < 0 ? items.Length : pack, after = pack < 0 ? 0 : items.Length - pack - 1;
        if (pack < 0 ? actual.Length != items.Length : actual.Length < items.Length - 1)
            return false;
        var seen = new Dictionary<Symbol, long>();
        return Enumerable.Range(0, before).All(i => Covers(items[i].Dimension!, actual[i], seen))
            && Enumerable.Range(1, after).All(i => Covers(items[^i].Dimension!, actual[^i], seen));
    }

    public bool Covers(Dimension size, long actual, Dictionary<Symbol, long> seen)
    {
        if (size.Symbols.All(symbol => Value(symbol) is not null))
            return size.Evaluate(symbol => Value(symbol)!.Value) == actual;
        if (!size.IsSymbol(out Symbol unknown))
            return true;
        if (seen.TryGetValue(unknown, out long earlier))
            return earlier == actual;
        seen[unknown] = actual;
        return true;
    }

    private ShapeValue Of(ShapeValue shape)
    {
        List<ShapeItem> items = [.. shape.Items.Select(item => ShapeItem.Of(Of(item.Dimension!)))];
        if (random.Next(3) != 0)
            return new ShapeValue(items);
        int start = random.Next(items.Count + 1), length = random.Next(items.Count - start + 1);
        long[] run = [.. shape.Items.Skip(start).Take(length).Select(item => item.Dimension!.IsConstant(out long size) ? size : 0)];

        // The same run is often the same pack, so that packs meet themselves.
        Symbol? pack = _packs.Where(pair => pair.Value.SequenceEqual(run)).Select(pair => pair.Key).FirstOrDefault();
        if (pack is null || random.Next(3) == 0)
            pack = new Symbol("p" + _serial, kind, _serial++);
        _packs[pack] = run;
        items.RemoveRange(start, length);
        items.Insert(start, ShapeItem.OfPack(pack));
        return new ShapeValue(items);
    }

    private Dimension Of(Dimension size)
    {
        if (!size.IsConstant(out long value) || value < 1 || random.Next(2) == 0)
            return size;
        Symbol? symbol = _sizes.Where(pair => pair.Value == value).Select(pair => pair.Key).FirstOrDefault();
        if (symbol is null || random.Next(4) == 0)
            symbol = new Symbol("s" + _serial, kind, _serial++);
        _sizes[symbol] = value;
        return Dimension.Of(symbol);
    }

    private SliceItem Of(SliceItem slice) => slice switch
    {
        IndexSlice { Position: Dimension position } index => random.Next(5) == 0 ? new UnknownSlice()
            : index with { Position = random.Next(5) == 0 ? null : Of(position) },
        RangeSlice range => random.Next(5) == 0 ? new UnknownSlice()
            : range with { Start = Of(range.Start), End = Of(range.End), Step = Of(range.Step) },
        _ => slice,
    };

    private long? Value(Symbol symbol)
    {
        if (_sizes.TryGetValue(symbol, out long size))
            return size;
        foreach ((Symbol pack, long[] run) in _packs)
        {
            if (symbol.Serial == pack.Serial && symbol.Name == $"product(...{pack.Name})")
                return run.Aggregate(1L, (a, b) => a * b);
            if (symbol.Serial == pack.Serial && symbol.Name == $"rank(...{pack.Name})")
                return run.Length;
        }

        return null;
    }
}
