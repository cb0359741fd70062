using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Operations;

/// <summary>Reads what the attributes say, in the terms of the shape core.</summary>
internal static class AnnotationReader
{
    /// <summary>What stands for an item that cannot be read: a size that is not tracked. A declaration check reports the item.</summary>
    private const string Untracked = "?";

    /// <summary>The annotation that declares a shape: <c>[Shape]</c>, or <c>[Parameter]</c>, whose items are the same; null without one.</summary>
    public static AttributeData? Shape(KnownSymbols known, ImmutableArray<AttributeData> attributes) =>
        KnownSymbols.Find(attributes, known.Parameter) ?? KnownSymbols.Find(attributes, known.Shape);

    /// <summary>The items of a shape annotation; null without one.</summary>
    public static IReadOnlyList<object>? Items(KnownSymbols known, ImmutableArray<AttributeData> attributes)
    {
        if (Shape(known, attributes) is not { } shape)
            return null;
        return [.. Constants(shape).Select(item => IsItem(item) ? item.Value! : Untracked)];
    }

    /// <summary>The shapes of the elements of a tuple, each as a list of items; null without an annotation.</summary>
    public static IReadOnlyList<IReadOnlyList<object>>? TupleItems(KnownSymbols known, ImmutableArray<AttributeData> attributes)
    {
        if (KnownSymbols.Find(attributes, known.Shapes) is not { } shapes)
            return null;
        return [.. Constants(shapes).Select(item => (IReadOnlyList<object>)[item.Value as string ?? Untracked])];
    }

    /// <summary>The texts of the facts.</summary>
    public static IEnumerable<string> Facts(KnownSymbols known, ISymbol symbol) =>
        symbol.GetAttributes()
            .Where(attribute => KnownSymbols.Same(attribute.AttributeClass, known.Where))
            .Select(attribute => Only(attribute).Value as string ?? string.Empty);

    /// <summary>The elements of the one <see langword="params"/> array that a shape annotation takes.</summary>
    public static ImmutableArray<TypedConstant> Constants(AttributeData attribute)
    {
        TypedConstant only = Only(attribute);
        return only.Kind == TypedConstantKind.Error ? [] : only is { Kind: TypedConstantKind.Array, IsNull: false } ? only.Values : [only];
    }

    /// <summary>Whether a constant is an item of a shape: text or an <see langword="int"/>.</summary>
    public static bool IsItem(TypedConstant item) =>
        item is { Kind: TypedConstantKind.Primitive, Value: string or int };

    /// <summary>The expression of a dimension annotation; null without an annotation or when it has no expression.</summary>
    public static string? DimExpression(KnownSymbols known, ImmutableArray<AttributeData> attributes) =>
        KnownSymbols.Find(attributes, known.Dim) is { } dim ? Only(dim).Value as string : null;

    /// <summary>Whether the integer is the dimension of its own name.</summary>
    public static bool IsDim(KnownSymbols known, ImmutableArray<AttributeData> attributes) =>
        KnownSymbols.Find(attributes, known.Dim) is { ConstructorArguments.Length: 0 };

    /// <summary>The one constructor argument; a constant of kind <see cref="TypedConstantKind.Error"/> when there is none.</summary>
    private static TypedConstant Only(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0] : default;
}
