using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Models;

/// <summary>Tells what a generator wrote from what a person wrote: an analyzer sees both, the generator itself only the latter.</summary>
internal static class GeneratedSource
{
    /// <summary>How the names of generated files end.</summary>
    public const string Extension = ".g.cs";

    /// <summary>Whether every declaration of a symbol is generated.</summary>
    public static bool Declares(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(static reference => IsGenerated(reference.SyntaxTree));

    /// <summary>Where a person wrote the symbol's name.</summary>
    public static Location? NameOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource && !IsGenerated(location.SourceTree!));

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
}
