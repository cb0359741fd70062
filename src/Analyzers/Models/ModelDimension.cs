using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>A dimension of a class that generated members of the class can read.</summary>
/// <param name="Name">The dimension's name.</param>
/// <param name="Symbol">The parameter of the primary constructor, the property or the field that holds it.</param>
/// <param name="Type">Its type, an integer.</param>
internal sealed record ModelDimension(string Name, ISymbol Symbol, ITypeSymbol Type)
{
    /// <summary>Whether it is a parameter of the primary constructor.</summary>
    public bool IsConstructorParameter => Symbol is IParameterSymbol;

    /// <summary>The dimensions of a class, own before inherited ones; a member goes before a parameter of its name.</summary>
    public static ImmutableArray<ModelDimension> Of(KnownSymbols known, INamedTypeSymbol type)
    {
        Dictionary<string, ModelDimension> found = new(StringComparer.Ordinal);
        foreach (INamedTypeSymbol current in ModelClass.BasesOf(type).Prepend(type))
        {
            bool isOwn = ReferenceEquals(current, type);
            foreach (ISymbol member in current.GetMembers())
            {
                if (isOwn || member.DeclaredAccessibility != Accessibility.Private)
                    Add(member, (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type);
            }

            if (!isOwn)
                continue;
            foreach (IParameterSymbol parameter in PrimaryParameters(type))
                Add(parameter, parameter.Type);
        }

        return [.. found.Values];

        void Add(ISymbol symbol, ITypeSymbol? integer)
        {
            if (ParameterKinds.IsInteger(integer) && AnnotationReader.IsDim(known, symbol.GetAttributes()) && !found.ContainsKey(symbol.Name))
                found.Add(symbol.Name, new ModelDimension(symbol.Name, symbol, integer!));
        }
    }

    private static ImmutableArray<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type) =>
        type.InstanceConstructors
            .FirstOrDefault(static constructor =>
                constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
            ?.Parameters ?? [];
}
