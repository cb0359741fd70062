using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Declarations;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>An analyzer of models. Where the language is too old for generated code it says nothing: that is said once, by another.</summary>
public abstract class ModelAnalyzer : DeclarationAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, ContractReader contracts)
    {
        if (LanguageSupport.HasExtensionMembers(context.Compilation))
            RegisterChecks(context, contracts);
    }

    private protected abstract void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts);
}
