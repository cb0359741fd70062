using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Declarations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ModelChecks;

/// <summary>Checks that a method that asks for generated code is one that code can be generated for, whatever is in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCodeMethodAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDescriptors.GeneratedCodeMethod];

    private protected override void RegisterChecks(CompilationStartAnalysisContext context, ContractReader contracts)
    {
        DeclarationActions.Register(context, (member, report, cancellation) => Check(contracts.Known, member, report, cancellation));

        // An accessor, which has no annotations of its own, can have these.
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is IMethodSymbol { AssociatedSymbol: not null })
                    Check(contracts.Known, symbol.Symbol, symbol.ReportDiagnostic, symbol.CancellationToken);
            },
            SymbolKind.Method);
    }

    private static void Check(KnownSymbols known, ISymbol member, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (member is not IMethodSymbol method || !GeneratedFor.IsMarked(known, method))
            return;
        CheckMethod(known, method, report);
        if (KnownSymbols.Find(method.GetAttributes(), known.Differentiable) is { } attribute)
            CheckArguments(known, method, attribute, report, cancellation);
    }

    private static void CheckMethod(KnownSymbols known, IMethodSymbol method, Action<Diagnostic> report)
    {
        (MethodProblem problem, ISymbol? parameter, string? name) = GeneratedFor.Check(known, method);
        string? text = problem switch
        {
            MethodProblem.None => null,
            MethodProblem.NotOrdinary => $"'{method.Name}' is not an ordinary method: generated code stands beside the method of a class",
            MethodProblem.Extension => $"'{method.Name}' is a member of an extension block: move it to a method of a class",
            MethodProblem.Generic => $"'{method.Name}' has type parameters: generated code is written for one element type",
            MethodProblem.Async => $"'{method.Name}' is asynchronous: generated code computes within the call",
            MethodProblem.Iterator => $"'{method.Name}' is an iterator: generated code computes all results within the call",
            MethodProblem.NoBody => $"'{method.Name}' has no body, which is what says what is to be computed",
            MethodProblem.ByReference when parameter is not null => $"the parameter '{parameter.Name}' of '{method.Name}' is passed by reference: pass it by value and return what is computed",
            MethodProblem.ByReference => $"'{method.Name}' returns by reference: return the value",
            MethodProblem.NameTaken => $"the member generated for '{method.Name}' is called '{name}', and that name is taken: rename one of them",
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
        if (text is not null)
            report(Diagnostic.Create(ModelDescriptors.GeneratedCodeMethod, GeneratedSource.NameOf(parameter ?? method), text));
    }

    /// <summary>The names that <c>[Differentiable]</c> is given are tensor parameters.</summary>
    private static void CheckArguments(
        KnownSymbols known, IMethodSymbol method, AttributeData attribute, Action<Diagnostic> report, CancellationToken cancellation)
    {
        ImmutableArray<TypedConstant> names = AnnotationReader.Constants(attribute);
        for (int index = 0; index < names.Length; index++)
        {
            if (names[index].Kind == TypedConstantKind.Error || AnnotationSyntax.LocationOf(attribute, index, cancellation) is not { } place)
                continue;
            IParameterSymbol? parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == names[index].Value as string);
            string? text = parameter is null ? $"'{names[index].Value}' is not a parameter of '{method.Name}'"
                : !known.IsTensor(parameter.Type) ? $"there is no gradient of '{parameter.Name}': it is not a tensor"
                : null;
            if (text is not null)
                report(Diagnostic.Create(ModelDescriptors.GeneratedCodeMethod, place, text));
        }
    }
}
