using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>Why generated code cannot implement a property that is marked as a parameter.</summary>
internal enum PropertyProblem
{
    None,

    /// <summary>Its class is not a model.</summary>
    NotInModel,

    /// <summary>It implements an interface explicitly, which C# does not let a partial property do.</summary>
    Explicit,

    /// <summary>It is not partial.</summary>
    NotPartial,

    /// <summary>It is implemented already.</summary>
    Implemented,

    /// <summary>It is static, and parameters belong to an instance.</summary>
    Static,

    /// <summary>It is an indexer.</summary>
    Indexer,

    /// <summary>It can be set.</summary>
    Setter,

    /// <summary>It returns by reference, so that it could be set.</summary>
    ByReference,

    /// <summary>It may be null by its type.</summary>
    Nullable,

    /// <summary>It is not a tensor of floating-point numbers.</summary>
    Type,

    /// <summary>Its elements are not those of the model's other parameters.</summary>
    OtherElement,
}

/// <summary>Whether generated code can implement a property that is marked as a parameter.</summary>
internal static class ParameterProperty
{
    /// <summary>The first problem.</summary>
    /// <param name="known">The known symbols.</param>
    /// <param name="property">The property; of a partial one the declaring part.</param>
    /// <param name="element">The element type of the model.</param>
    public static PropertyProblem Check(KnownSymbols known, IPropertySymbol property, SpecialType element) =>
        !ModelClass.IsMarked(known, property.ContainingType) ? PropertyProblem.NotInModel
        : !property.ExplicitInterfaceImplementations.IsEmpty ? PropertyProblem.Explicit
        : !property.IsPartialDefinition ? PropertyProblem.NotPartial
        : IsImplementedByHand(property) ? PropertyProblem.Implemented
        : property.IsStatic ? PropertyProblem.Static
        : property.IsIndexer ? PropertyProblem.Indexer
        : property.SetMethod is not null || property.GetMethod is null ? PropertyProblem.Setter
        : property.RefKind != RefKind.None ? PropertyProblem.ByReference
        : ModelElement.OfTensor(known, property.Type) is not { } own ? PropertyProblem.Type
        : property.NullableAnnotation == NullableAnnotation.Annotated ? PropertyProblem.Nullable
        : own.SpecialType != element ? PropertyProblem.OtherElement
        : PropertyProblem.None;

    /// <summary>Whether a person wrote the second half of a partial property.</summary>
    public static bool IsImplementedByHand(IPropertySymbol property) =>
        property.PartialImplementationPart is { } implementation && !GeneratedSource.Declares(implementation);
}
