using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>The shape of a tensor of which nothing is known, except that it is the same each time it is read.</summary>
internal static class UnknownShape
{
    public static ShapeValue Of(FreshSymbols fresh) => new([ShapeItem.OfPack(fresh.Opaque(string.Empty))]);
}
