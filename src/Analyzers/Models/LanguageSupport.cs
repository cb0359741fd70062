using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Analyzers.Models;

/// <summary>What a version of C# can express.</summary>
internal static class LanguageSupport
{
    /// <summary>The first version with the operators of tensors. The compiler's API that this is built against has no name for it yet.</summary>
    public const LanguageVersion ExtensionMembers = (LanguageVersion)1400;

    /// <summary>The first version in which the property of a parameter can be implemented.</summary>
    public const LanguageVersion PartialProperties = LanguageVersion.CSharp13;

    /// <summary>Whether models and methods can have generated code at all.</summary>
    public static bool HasExtensionMembers(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: >= ExtensionMembers };

    /// <summary>Whether a file may hold partial properties.</summary>
    public static bool HasPartialProperties(SyntaxTree tree) =>
        tree.Options is CSharpParseOptions { LanguageVersion: >= PartialProperties };
}
