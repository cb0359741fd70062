using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Declarations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Says once that the language version is too low for generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageVersionAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.LanguageVersion];

    private protected override void Register(CompilationStartAnalysisContext context, ContractReader contracts)
    {
        if (LanguageSupport.HasExtensionMembers(context.Compilation) || First(contracts.Known, context.Compilation) is not { } first)
            return;
        string version = ((CSharpCompilation)context.Compilation).LanguageVersion.ToDisplayString();
        context.RegisterSymbolAction(
            symbol =>
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.Symbol, first))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        ModelDescriptors.LanguageVersion,
                        GeneratedSource.NameOf(first),
                        $"generated code needs C# 14, and this project is compiled as C# {version}: set <LangVersion>14</LangVersion>, or remove the setting"));
                }
            },
            first.Kind);
    }

    /// <summary>The first type or method, in the order of the files, that asks for generated code.</summary>
    private static ISymbol? First(KnownSymbols known, Compilation compilation)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        return TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Prepend((ISymbol)type))
            .Where(symbol => symbol is INamedTypeSymbol type ? ModelClass.IsMarked(known, type) : GeneratedFor.IsMarked(known, (IMethodSymbol)symbol))
            .OrderBy(symbol => Array.IndexOf(trees, GeneratedSource.NameOf(symbol)?.SourceTree))
            .ThenBy(static symbol => GeneratedSource.NameOf(symbol)?.SourceSpan.Start)
            .FirstOrDefault();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
