using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Signatures;

namespace TypedTensors.Generators.Lowering;

/// <summary>Asks the analysis of the analyzers whether a body is free of certain shape mistakes, so that both always agree.</summary>
internal sealed class SoundnessCheck(
    Compilation compilation, ContractReader contracts, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellation)
{
    /// <summary>A lowered body assigns a variable a value each time it is assigned, whoever does.</summary>
    public static VariableUsage NoUsage { get; } = VariableUsage.Of([]);

    /// <summary>The first certain mistake in a method's body, or in that of an annotated method that it calls; null when there is none.</summary>
    public Refusal? FirstMismatch(IMethodSymbol method) => FirstMismatch(method, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private Refusal? FirstMismatch(IMethodSymbol method, HashSet<ISymbol> visited)
    {
        if (!visited.Add(method) || !KnownSymbols.Same(method.ContainingAssembly, compilation.Assembly))
            return null;
        SyntaxNode? declaration = method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .FirstOrDefault(static node => node is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null });
        if (declaration is null || semantics(declaration.SyntaxTree).GetOperation(declaration, cancellation) is not IMethodBodyOperation body)
            return null;
        Findings findings = new();
        BodyAnalysis.Run(ControlFlowGraph.Create(body, cancellation), method, contracts, findings, cancellation);
        if (findings.First is { } first)
            return new Refusal(MismatchDescriptors.For(first.Kind).Id, first.Message, null);
        foreach (IInvocationOperation call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (GeneratedFor.IsMarked(contracts.Known, call.TargetMethod) && FirstMismatch(call.TargetMethod.OriginalDefinition, visited) is { } inner)
                return inner;
        }

        return null;
    }

    private sealed class Findings : IShapeFindings
    {
        public Mismatch? First { get; private set; }

        public void OnMismatch(Mismatch mismatch, IOperation place, ImmutableArray<IOperation?> arguments, ImmutableArray<Location> origins) => First ??= mismatch;

        public void OnExpansion(MutualExpansion expansion, IOperation place, bool inScalarMethod, ImmutableArray<Location> origins)
        {
        }
    }
}
