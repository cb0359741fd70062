using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that the sub-models of a model stay the same, have its element type, and are held where generated code finds them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SubModelAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.SubModel];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts)
    {
        context.RegisterSymbolAction(symbol => CheckMembers(contracts.Known, symbol), SymbolKind.NamedType);
        context.RegisterOperationAction(operation => CheckCaptured(contracts.Known, operation), OperationKind.ParameterReference);
    }

    private static void CheckMembers(KnownSymbols known, SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!ModelClass.IsMarked(known, type))
            return;
        SpecialType element = ModelElement.Of(known, type);
        foreach (SubModel child in SubModel.Of(known, type))
        {
            string? problem =
                !child.IsFixed
                    ? $"the sub-model '{child.Member.Name}' can be replaced, and its parameters would no longer be those of '{type.Name}': "
                        + (child.Member is IFieldSymbol ? "make the field readonly" : "remove the setter")
                : child.HasOtherElement(known, element)
                    ? $"the sub-model '{child.Member.Name}' has other elements than '{type.Name}', whose parameters are {(element == SpecialType.System_Double ? "double" : "float")}"
                : null;
            if (problem is not null)
                context.ReportDiagnostic(Diagnostic.Create(ModelDescriptors.SubModel, GeneratedSource.NameOf(child.Member), problem));
        }
    }

    /// <summary>A parameter of the primary constructor that a member uses lives on as state of the object, but as none that can be found.</summary>
    private static void CheckCaptured(KnownSymbols known, OperationAnalysisContext context)
    {
        IParameterSymbol parameter = ((IParameterReferenceOperation)context.Operation).Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            || context.ContainingSymbol is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) }
            || !ModelElement.IsModel(known, parameter.Type)
            || !ModelClass.IsMarked(known, constructor.ContainingType)
            || !constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            ModelDescriptors.SubModel,
            context.Operation.Syntax.GetLocation(),
            $"'{parameter.Name}' is a parameter of the constructor and not found as a sub-model of '{constructor.ContainingType.Name}': keep it in a property without a setter"));
    }
}
