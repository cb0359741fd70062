using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Joins what two paths into a block know: what is equal stays, a size that differs becomes a symbol of the block's own.</summary>
/// <remarks>Every component moves only down, from a value to the block's symbol to unknown, so that a loop reaches its fixpoint.</remarks>
internal sealed class ValueJoin(BasicBlock block, SymbolSource symbols)
{
    public Value? Join(object variable, Value left, Value right) =>
        Join(variable, variable is ISymbol symbol ? symbol.Name : "?", string.Empty, left, right);

    private Value? Join(object variable, string name, string path, Value? left, Value? right)
    {
        if (left is null || right is null)
            return null;
        if (left.Equals(right))
            return left;
        return (left, right) switch
        {
            (TensorValue a, TensorValue b) => new TensorValue(
                JoinShapes(variable, path, a.Shape, b.Shape), Equals(a.Origin, b.Origin) ? a.Origin : null, a.AllowsBroadcast && b.AllowsBroadcast),
            (IntegerValue a, IntegerValue b) => new IntegerValue(JoinSizes(variable, name, path, a.Size, b.Size)),
            (ListValue a, ListValue b) when a.Elements.Length == b.Elements.Length => new ListValue(
                [.. a.Elements.Select((element, index) => Join(variable, "?", path + "/" + index, element, b.Elements[index]))]),
            (ObjectValue a, ObjectValue b) => new ObjectValue(a.Dimensions
                .Where(entry => b.Dimensions.ContainsKey(entry.Key))
                .ToImmutableSortedDictionary(
                    static entry => entry.Key,
                    entry => JoinSizes(variable, entry.Key, path + "/" + entry.Key, entry.Value, b.Dimensions[entry.Key]))),
            _ => null,
        };
    }

    private ShapeValue JoinShapes(object variable, string path, ShapeValue left, ShapeValue right)
    {
        if (left.Equals(right))
            return left;
        if (left.Rank is null || right.Rank != left.Rank)
            return UnknownShape.Of(symbols.At((block, variable, path)));
        return new ShapeValue([.. left.Items.Zip(right.Items, static (a, b) => (a, b)).Select((pair, index) =>
            ShapeItem.Of(JoinSizes(variable, "?", path + "." + index, pair.a.Dimension!, pair.b.Dimension!)))]);
    }

    private Dimension JoinSizes(object variable, string name, string path, Dimension left, Dimension right) =>
        left.Equals(right) ? left : Dimension.Of(symbols.At((block, variable, path)).Opaque(name));
}
