using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ShapeChecks;

/// <summary>Checks the shapes in every body that touches a tensor, and reports each mistake where it is made.</summary>
/// <remarks>All rules share one flow analysis of a body, so they are one analyzer; which diagnostic a mistake gets is decided by its kind.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeCheckAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.Broadcast,
        Descriptors.Contraction,
        Descriptors.Argument,
        Descriptors.Result,
        Descriptors.ElementCount,
        Descriptors.AccidentalBroadcast,
        Descriptors.Axis,
        Descriptors.Join,
        Descriptors.Index,
        Descriptors.Value,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // What a generator writes is checked in the source that it was written from.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is not { } known)
                return;
            ContractReader contracts = new(known);
            TensorUse tensorUse = new(contracts);
            start.RegisterOperationBlockAction(block => Analyze(block, contracts, tensorUse));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ContractReader contracts, TensorUse tensorUse)
    {
        // A method with two bodies (the mistake CS8057) or a constructor with an initializer has several blocks under one root.
        HashSet<IOperation> roots = [];
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block.Kind is OperationKind.Attribute or OperationKind.ParameterInitializer
                || !roots.Add(RootOf(block))
                || !tensorUse.IsIn(RootOf(block), context.CancellationToken))
                continue;
            try
            {
                ShapeReporter reporter = new(context.ReportDiagnostic);
                BodyAnalysis.Run(context.GetControlFlowGraph(block), context.OwningSymbol, contracts, reporter, context.CancellationToken);
            }
            catch (InsufficientExecutionStackException)
            {
                // An expression nested too deep for the stack is left unchecked, as the compiler itself leaves it.
            }
        }
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
