using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Says why generated code cannot add members to a type, and what to do.</summary>
internal static class TypeProblemText
{
    /// <summary>One line that stands alone.</summary>
    /// <param name="type">The type that generated members are asked for.</param>
    /// <param name="problem">What is in the way.</param>
    /// <param name="culprit">The type that has the problem: the type itself or one around it.</param>
    public static string Of(INamedTypeSymbol type, TypeProblem problem, INamedTypeSymbol culprit)
    {
        string subject = ReferenceEquals(type, culprit) ? $"'{type.Name}'" : $"'{culprit.Name}', which '{type.Name}' is nested in,";
        return problem switch
        {
            TypeProblem.NotAClass => $"{subject} is {KindOf(culprit)}: generated code extends a plain class",
            TypeProblem.FileLocal => $"{subject} is local to its file, and generated code is in another: remove 'file'",
            TypeProblem.Generic => $"{subject} has type parameters: generated code is written for one element type",
            TypeProblem.NotPartial => $"{subject} is not partial, so generated code cannot add to it: write 'partial class {culprit.Name}'",
            TypeProblem.Static => $"{subject} is static: the parameters of a model belong to its instances",
            TypeProblem.DerivedModel => $"{subject} derives from a model: hold that model in a property instead, which makes it a sub-model",
            TypeProblem.NameTaken => $"{subject} has a member called '{ModelClass.Parameters}' already, the name of the property that a model gets: rename it",
            _ => throw new ArgumentOutOfRangeException(nameof(problem)),
        };
    }

    private static string KindOf(INamedTypeSymbol type) =>
        type.IsRecord ? "a record" : type.TypeKind == TypeKind.Interface ? "an interface" : type.TypeKind == TypeKind.Struct ? "a structure" : "no class";
}
