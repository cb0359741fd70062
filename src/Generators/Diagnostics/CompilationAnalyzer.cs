using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Lowering;

namespace TypedTensors.Generators.Diagnostics;

/// <summary>
/// Explains why a method gets no generated code, and which gradients do not exist. It lowers the method as the generator does, so that the two always
/// agree; the generator itself reports nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompilationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CompilationDescriptors.Construct,
        CompilationDescriptors.Call,
        CompilationDescriptors.HostValue,
        CompilationDescriptors.NoGradient,
        CompilationDescriptors.Result,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.TryCreate(start.Compilation) is not { } known || !LanguageSupport.HasExtensionMembers(start.Compilation))
                return;
            ContractReader contracts = new(known);
            start.RegisterSymbolAction(symbol => Check(symbol, contracts), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, ContractReader contracts)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (!GeneratedFor.IsMarked(contracts.Known, method)
            || GeneratedFor.Check(contracts.Known, method).Problem != MethodProblem.None
            || ExtensibleType.Check(method.ContainingType).Problem != TypeProblem.None)
            return;
        MemberSpec member = new TypeReader(context.Compilation, contracts, context.CancellationToken).ReadMember(method, out Refusal? refusal);
        if (refusal is not null)
        {
            if (CompilationDescriptors.For(refusal.Id) is { } descriptor && refusal.Location is { } location && !CompilerErrors.Touch(context.Compilation, location, context.CancellationToken))
                context.ReportDiagnostic(Diagnostic.Create(descriptor, location, refusal.Message));
            return;
        }

        foreach (string message in MissingGradients.Of(member, !method.IsStatic && ModelElement.IsModel(contracts.Known, method.ContainingType)))
            context.ReportDiagnostic(Diagnostic.Create(CompilationDescriptors.NoGradient, GeneratedSource.NameOf(method), message));
    }
}
