using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>A parameter that is a dimension keeps its value: shapes that were declared by it would change under the program's feet.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DimensionAssignmentAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ReassignedDimension];

    private protected override void Register(CompilationStartAnalysisContext context, ContractReader contracts) =>
        context.RegisterOperationAction(
            operation =>
            {
                foreach (IParameterReferenceOperation written in Targets(operation.Operation).OfType<IParameterReferenceOperation>())
                {
                    if (KnownSymbols.Find(written.Parameter.GetAttributes(), contracts.Known.Dim) is not null)
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(
                            Descriptors.ReassignedDimension, written.Syntax.GetLocation(), written.Parameter.Name));
                    }
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Increment,
            OperationKind.Decrement,
            OperationKind.Argument);

    private static IEnumerable<IOperation> Targets(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Flatten(assignment.Target),
        IIncrementOrDecrementOperation increment => Flatten(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Flatten(argument.Value),
        _ => [],
    };

    private static IEnumerable<IOperation> Flatten(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Flatten),
        IParenthesizedOperation parenthesized => Flatten(parenthesized.Operand),
        _ => [target],
    };
}
