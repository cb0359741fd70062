using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Generators.Lowering;

/// <summary>The methods of a type that get generated code.</summary>
internal static class AnnotatedMembers
{
    /// <summary>Those that ask for it and can have it, in the order of their declaration.</summary>
    public static IEnumerable<IMethodSymbol> Of(KnownSymbols known, INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => GeneratedFor.IsMarked(known, method) && GeneratedFor.Check(known, method).Problem == MethodProblem.None);
}
