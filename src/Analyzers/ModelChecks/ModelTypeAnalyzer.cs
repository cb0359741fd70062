using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that the class of a model can carry generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelTypeAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.ModelType];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (!ModelClass.IsMarked(contracts.Known, type))
                    return;
                (TypeProblem problem, INamedTypeSymbol culprit) = ModelClass.Check(contracts.Known, type);
                if (problem != TypeProblem.None)
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        ModelDescriptors.ModelType, PlaceOf(type, problem), TypeProblemText.Of(type, problem, culprit)));
                }
            },
            SymbolKind.NamedType);

    /// <summary>The member that has the name of the generated one; else the name of the class.</summary>
    private static Location? PlaceOf(INamedTypeSymbol type, TypeProblem problem) =>
        (problem == TypeProblem.NameTaken
            ? type.GetMembers(ModelClass.Parameters).Select(GeneratedSource.NameOf).FirstOrDefault(static place => place is not null)
            : null) ?? GeneratedSource.NameOf(type);
}
