using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Analyzers.Models;

/// <summary>Why generated code cannot add members to a type.</summary>
internal enum TypeProblem
{
    None,

    /// <summary>It is a record, a structure or an interface.</summary>
    NotAClass,

    /// <summary>It, or a type around it, is visible in its own file only.</summary>
    FileLocal,

    /// <summary>It, or a type around it, has type parameters.</summary>
    Generic,

    /// <summary>It, or a type around it, is not partial.</summary>
    NotPartial,

    /// <summary>It is static and has no instances, which a model needs.</summary>
    Static,

    /// <summary>It derives from a model, whose generated code declares the parameters of one class only.</summary>
    DerivedModel,

    /// <summary>It has, inherits or is called what the generated property is to be called.</summary>
    NameTaken,
}

/// <summary>Whether generated code can add members to a type: the part that models and free functions have in common.</summary>
internal static class ExtensibleType
{
    /// <summary>The first problem, and the type that has it: the type itself or one around it.</summary>
    public static (TypeProblem Problem, INamedTypeSymbol Culprit) Check(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
            return (TypeProblem.NotAClass, type);
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            TypeProblem problem = current.IsFileLocal ? TypeProblem.FileLocal
                : !current.TypeParameters.IsEmpty ? TypeProblem.Generic
                : !IsPartial(current) ? TypeProblem.NotPartial
                : TypeProblem.None;
            if (problem != TypeProblem.None)
                return (problem, current);
        }

        return (TypeProblem.None, type);
    }

    /// <summary>Whether C# allows another part of the type in another file, whatever that part could do there.</summary>
    public static bool CanBeReopened(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || !IsPartial(current))
                return false;
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(
        static reference => reference.GetSyntax() is TypeDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword));
}
