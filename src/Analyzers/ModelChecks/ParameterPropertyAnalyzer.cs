using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that generated code can implement the property of a parameter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterPropertyAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.ParameterDeclaration];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts) =>
        context.RegisterSymbolAction(symbol => Check(contracts.Known, symbol), SymbolKind.Property);

    private static void Check(KnownSymbols known, SymbolAnalysisContext context)
    {
        // The second part of a partial property repeats the attributes of the first.
        var property = (IPropertySymbol)context.Symbol;
        if (property.PartialDefinitionPart is not null || KnownSymbols.Find(property.GetAttributes(), known.Parameter) is null)
            return;
        SpecialType element = ModelElement.Of(known, property.ContainingType);
        PropertyProblem problem = ParameterProperty.Check(known, property, element);
        if (problem != PropertyProblem.None)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ModelDescriptors.ParameterDeclaration, PlaceOf(property, problem, context.CancellationToken), TextOf(property, problem, element)));
        }
    }

    private static string TextOf(IPropertySymbol property, PropertyProblem problem, SpecialType element)
    {
        string name = property.IsIndexer ? "this[]" : property.Name;
        string type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return problem switch
        {
            PropertyProblem.NotInModel => $"the parameter '{name}' belongs to no model: mark the class '{property.ContainingType.Name}' with [TensorModel]",
            PropertyProblem.Explicit => $"the parameter '{name}' implements an interface explicitly, and such a property cannot be partial",
            PropertyProblem.NotPartial => $"the parameter '{name}' is not partial: write 'partial {type} {name} {{ get; }}'",
            PropertyProblem.Implemented => $"the parameter '{name}' is implemented here: a model's generated code implements it",
            PropertyProblem.Static => $"the parameter '{name}' is static: every instance of a model has parameters of its own",
            PropertyProblem.Indexer => "an indexer cannot be a parameter: a parameter is one tensor",
            PropertyProblem.Setter => $"the parameter '{name}' has a setter: it is always the same tensor, whose elements change; write '{{ get; }}'",
            PropertyProblem.ByReference => $"the parameter '{name}' returns by reference: it is always the same tensor",
            PropertyProblem.Nullable => $"the parameter '{name}' is never null: remove the '?'",
            PropertyProblem.Type => $"the parameter '{name}' has the type {type}: a parameter is a Tensor<float> or a Tensor<double>",
            PropertyProblem.OtherElement => $"the parameters of a model have one element type: '{name}' is a {type}, and the first one of '{property.ContainingType.Name}' has the elements {NameOf(element)}",
            _ => throw new ArgumentOutOfRangeException(nameof(problem)),
        };
    }

    private static string NameOf(SpecialType element) => element == SpecialType.System_Double ? "double" : "float";

    private static Location? PlaceOf(IPropertySymbol property, PropertyProblem problem, CancellationToken cancellation)
    {
        ISymbol part = problem == PropertyProblem.Implemented ? property.PartialImplementationPart! : property;
        if (part.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not BasePropertyDeclarationSyntax syntax)
            return GeneratedSource.NameOf(part);
        return problem switch
        {
            PropertyProblem.Static => syntax.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.StaticKeyword)).GetLocation(),
            PropertyProblem.Setter => SetterOf(syntax)?.GetLocation(),
            PropertyProblem.Type or PropertyProblem.Nullable or PropertyProblem.OtherElement or PropertyProblem.ByReference => syntax.Type.GetLocation(),
            _ => null,
        } ?? GeneratedSource.NameOf(part);
    }

    private static AccessorDeclarationSyntax? SetterOf(BasePropertyDeclarationSyntax syntax) =>
        syntax.AccessorList?.Accessors.FirstOrDefault(static accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
}
