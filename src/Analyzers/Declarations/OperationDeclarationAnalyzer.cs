using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Checks the declarations of operations and of the further forms in which they are called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationDeclarationAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OperationDeclaration];

    private protected override void Register(CompilationStartAnalysisContext context, ContractReader contracts) =>
        DeclarationActions.Register(context, (member, report, cancellation) =>
        {
            ImmutableArray<AttributeData> attributes = member.GetAttributes();
            if (KnownSymbols.Find(attributes, contracts.Known.Operation) is { } operation && member is IMethodSymbol method)
                CheckOperation(contracts, method, operation, report, cancellation);
            if (KnownSymbols.Find(attributes, contracts.Known.FormOf) is { } formOf)
                CheckForm(contracts, member, formOf, report, cancellation);
        });

    private static void CheckOperation(
        ContractReader contracts, IMethodSymbol method, AttributeData operation, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (operation.ConstructorArguments.Length == 1
            && operation.ConstructorArguments[0].Value is ITypeSymbol { TypeKind: not (TypeKind.Struct or TypeKind.Error) } implementation
            && AnnotationSyntax.LocationOf(operation, 0, cancellation) is { } location)
        {
            report(Diagnostic.Create(
                Descriptors.OperationDeclaration, location, $"the implementation of an operation is a struct, and '{implementation.Name}' is not"));
        }

        const string Differentiable = nameof(OperationAttribute.Differentiable);
        TypedConstant named = operation.NamedArguments.FirstOrDefault(static argument => argument.Key == Differentiable).Value;
        if (named.Value is not string list || AnnotationSyntax.NamedArgumentOf(operation, Differentiable, cancellation) is not { } text)
            return;
        ImmutableArray<ParameterDeclaration> parameters = contracts.ParametersOf(method);
        int start = 0;
        foreach (string part in list.Split(','))
        {
            string name = part.Trim();
            ParameterDeclaration? parameter = parameters.FirstOrDefault(candidate => candidate.Name == name);
            string? problem = name.Length == 0 ? null
                : parameter is null ? $"'{name}' is not a parameter of {method.Name}"
                : parameter.Kind is not (ParameterKind.Tensor or ParameterKind.TensorList) ? $"no gradient reaches '{name}': it is not a tensor"
                : null;
            if (problem is not null)
            {
                Location place = AnnotationSyntax.LocationOf(text, start + part.IndexOf(name, StringComparison.Ordinal), name.Length);
                report(Diagnostic.Create(Descriptors.OperationDeclaration, place, problem));
            }

            start += part.Length + 1;
        }
    }

    private static void CheckForm(
        ContractReader contracts, ISymbol member, AttributeData formOf, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (formOf.ConstructorArguments.Length != 2
            || formOf.ConstructorArguments[0].Value is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            || formOf.ConstructorArguments[1].Value is not string name)
            return;
        if (contracts.DeclarationOf(member, formOf) is null)
        {
            string problem = type.GetMembers(name).Any(static candidate => candidate is IMethodSymbol)
                ? $"the parameters of this form are not those of {type.Name}.{name}: "
                    + "a form has the same parameters in the same order, a receiver first, or some of them by their names"
                : $"{type.Name} has no method '{name}'";
            if (AnnotationSyntax.LocationOf(formOf, 1, cancellation) is { } location)
                report(Diagnostic.Create(Descriptors.OperationDeclaration, location, problem));
            return;
        }

        foreach (AnnotatedElement element in AnnotatedElement.Of(contracts.Known, member))
        {
            if (AnnotationReader.Shape(contracts.Known, element.Attributes) is not { } shape
                || AnnotationSyntax.LocationOf(shape, cancellation) is not { } location)
                continue;
            report(Diagnostic.Create(
                Descriptors.OperationDeclaration,
                location,
                $"a form has the shapes of its operation {type.Name}.{name} and declares none of its own"));
        }
    }
}
