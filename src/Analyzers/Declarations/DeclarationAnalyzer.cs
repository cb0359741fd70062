using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>An analyzer of annotations. It does nothing in a compilation that does not know them.</summary>
public abstract class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        // What a generator writes is checked in the source that it was written from.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is { } known)
                Register(start, new ContractReader(known));
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, ContractReader contracts);
}
