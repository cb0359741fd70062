using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Visits every declaration that can carry annotations once: members, local functions and lambdas.</summary>
internal static class DeclarationActions
{
    public delegate void Check(ISymbol member, Action<Diagnostic> report, CancellationToken cancellation);

    public static void Register(CompilationStartAnalysisContext context, Check check)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                if (IsDeclaration(symbol.Symbol))
                    check(symbol.Symbol, symbol.ReportDiagnostic, symbol.CancellationToken);
            },
            SymbolKind.Method,
            SymbolKind.Property,
            SymbolKind.Field,
            SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation => check(((ILocalFunctionOperation)operation.Operation).Symbol, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.LocalFunction);
        context.RegisterOperationAction(
            operation => check(((IAnonymousFunctionOperation)operation.Operation).Symbol, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.AnonymousFunction);
    }

    /// <summary>The second part of a partial member repeats the annotations of the first; an accessor has those of its property.</summary>
    private static bool IsDeclaration(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.AssociatedSymbol is null && method.PartialDefinitionPart is null,
        IPropertySymbol property => property.PartialDefinitionPart is null,
        _ => true,
    };
}
