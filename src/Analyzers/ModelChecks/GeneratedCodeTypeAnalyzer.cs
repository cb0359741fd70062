using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that the type of a method that asks for generated code can carry it. The class of a model has a check of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCodeTypeAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.GeneratedCodeType];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.IsExtension
                    || ModelClass.IsMarked(contracts.Known, type)
                    || !type.GetMembers().OfType<IMethodSymbol>().Any(method => GeneratedFor.IsMarked(contracts.Known, method)))
                    return;
                (TypeProblem problem, INamedTypeSymbol culprit) = ExtensibleType.Check(type);
                if (problem != TypeProblem.None)
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        ModelDescriptors.GeneratedCodeType, GeneratedSource.NameOf(type), TypeProblemText.Of(type, problem, culprit)));
                }
            },
            SymbolKind.NamedType);
}
