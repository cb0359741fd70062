using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>The element type of a model, which is that of its parameters: <see cref="float"/> or <see cref="double"/>.</summary>
internal static class ModelElement
{
    /// <summary>The element type of a tensor that a parameter can be; null for every other type.</summary>
    public static ITypeSymbol? OfTensor(KnownSymbols known, ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } tensor
        && KnownSymbols.Same(tensor.OriginalDefinition, known.Tensor)
        && tensor.TypeArguments[0].SpecialType is SpecialType.System_Single or SpecialType.System_Double
            ? tensor.TypeArguments[0]
            : null;

    /// <summary>Whether objects of the type are models: marked, derived from a marked class, or models by their interface.</summary>
    public static bool IsModel(KnownSymbols known, ITypeSymbol type) =>
        type is INamedTypeSymbol { IsReferenceType: true } named
        && (InterfaceOf(known, named) is not null
            || ModelClass.IsMarked(known, named.OriginalDefinition)
            || ModelClass.BasesOf(named).Any(baseType => ModelClass.IsMarked(known, baseType.OriginalDefinition)));

    /// <summary>Whether objects of the type are models already, without the code that is still to be generated.</summary>
    public static bool HasInterface(KnownSymbols known, INamedTypeSymbol type) => InterfaceOf(known, type) is not null;

    /// <summary>
    /// The element type of a model: of its first parameter, else of its first sub-model; <see cref="float"/> when it has neither.
    /// </summary>
    public static SpecialType Of(KnownSymbols known, INamedTypeSymbol model) =>
        Find(known, model, []) ?? SpecialType.System_Single;

    /// <summary>The element type of a sub-model; null when nothing says it, such as when a model contains itself.</summary>
    public static SpecialType? Find(KnownSymbols known, INamedTypeSymbol model, HashSet<INamedTypeSymbol> visited)
    {
        if (!visited.Add(model))
            return null;
        if (InterfaceOf(known, model) is { } implemented)
            return implemented.TypeArguments[0].SpecialType;
        foreach (INamedTypeSymbol type in ModelClass.BasesOf(model).Prepend(model))
        {
            ITypeSymbol? element = ModelClass.ParametersOf(known, type)
                .Select(property => OfTensor(known, property.Type))
                .FirstOrDefault(static found => found is not null);
            if (element is not null)
                return element.SpecialType;
        }

        foreach (SubModel child in SubModel.Of(known, model))
        {
            if (Find(known, child.Type, visited) is { } element)
                return element;
        }

        return null;
    }

    private static INamedTypeSymbol? InterfaceOf(KnownSymbols known, INamedTypeSymbol type) =>
        type.AllInterfaces.Add(type).FirstOrDefault(candidate => KnownSymbols.Same(candidate.OriginalDefinition, known.ModelInterface));
}
