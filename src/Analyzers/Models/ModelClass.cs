using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>Whether the class of a model can carry generated code.</summary>
internal static class ModelClass
{
    /// <summary>The property that generated code adds.</summary>
    public const string Parameters = "Parameters";

    /// <summary>Whether the class is marked as a model.</summary>
    public static bool IsMarked(KnownSymbols known, INamedTypeSymbol type) =>
        KnownSymbols.Find(type.GetAttributes(), known.TensorModel) is not null;

    /// <summary>The first problem, and the type that has it.</summary>
    public static (TypeProblem Problem, INamedTypeSymbol Culprit) Check(KnownSymbols known, INamedTypeSymbol type)
    {
        (TypeProblem problem, INamedTypeSymbol culprit) = ExtensibleType.Check(type);
        if (problem == TypeProblem.None)
        {
            problem = type.IsStatic ? TypeProblem.Static
                : BasesOf(type).Any(baseType => IsMarked(known, baseType)) ? TypeProblem.DerivedModel
                : IsNameTaken(type) ? TypeProblem.NameTaken
                : TypeProblem.None;
        }

        return (problem, culprit);
    }

    /// <summary>The properties that are marked as parameters, in the order in which they are declared.</summary>
    public static IEnumerable<IPropertySymbol> ParametersOf(KnownSymbols known, INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => KnownSymbols.Find(property.GetAttributes(), known.Parameter) is not null);

    /// <summary>The classes that a class derives from, without <see cref="object"/>.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    private static bool IsNameTaken(INamedTypeSymbol type) =>
        type.Name == Parameters
        || type.GetMembers(Parameters).Any(static member => !GeneratedSource.Declares(member))
        || BasesOf(type).Any(static baseType =>
            baseType.GetMembers(Parameters).Any(static member => member.DeclaredAccessibility != Accessibility.Private));
}
