using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Operations;

/// <summary>Tells automatic properties from computed ones.</summary>
internal static class AutomaticProperty
{
    /// <summary>Whether the property has a field of its own behind it.</summary>
    public static bool Is(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && KnownSymbols.Same(field.AssociatedSymbol, property));

    /// <summary>Whether the property gives the same value from the end of construction on.</summary>
    public static bool IsFixed(IPropertySymbol property) => property.SetMethod is null or { IsInitOnly: true } && Is(property);
}
