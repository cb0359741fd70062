using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Declarations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that the sizes of a parameter can be computed when its model is created.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterShapeAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.ParameterShape];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                var property = (IPropertySymbol)symbol.Symbol;
                if (property.PartialDefinitionPart is not null
                    || KnownSymbols.Find(property.GetAttributes(), contracts.Known.Parameter) is not { } attribute
                    || !ModelClass.IsMarked(contracts.Known, property.ContainingType))
                    return;
                foreach (ParameterShapeProblem problem in ParameterShape.Read(contracts, property).Problems)
                {
                    if (PlaceOf(attribute, problem, symbol.CancellationToken) is { } place)
                        symbol.ReportDiagnostic(Diagnostic.Create(ModelDescriptors.ParameterShape, place, problem.Mistake.Message));
                }
            },
            SymbolKind.Property);

    private static Location? PlaceOf(AttributeData attribute, ParameterShapeProblem problem, CancellationToken cancellation)
    {
        if (problem.Argument != ParameterShapeProblem.FanIn)
            return AnnotationSyntax.LocationOf(attribute, problem.Argument, problem.Mistake.Start, problem.Mistake.Length, cancellation);
        return AnnotationSyntax.NamedArgumentOf(attribute, nameof(ParameterAttribute.FanIn), cancellation) is { } text
            ? AnnotationSyntax.LocationOf(text, problem.Mistake.Start, problem.Mistake.Length)
            : AnnotationSyntax.LocationOf(attribute, cancellation);
    }
}
