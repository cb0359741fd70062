using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;

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

    /// <summary>Analyzers of declarations look at what the compilation knows of the attributes, and at nothing when it does not.</summary>
    public static void Initialize(AnalysisContext context, Action<CompilationStartAnalysisContext, ContractReader> register)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is { } known)
                register(start, new ContractReader(known));
        });
    }

    /// <summary>The second part of a partial member repeats the annotations of the first; an accessor has those of its property.</summary>
    private static bool IsDeclaration(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.AssociatedSymbol is null && method.PartialDefinitionPart is null,
        IPropertySymbol property => property.PartialDefinitionPart is null,
        _ => true,
    };
}
