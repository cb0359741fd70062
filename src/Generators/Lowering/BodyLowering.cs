using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using Value = TypedTensors.Generators.Ir.Value;

namespace TypedTensors.Generators.Lowering;

/// <summary>
/// Lowers the operation tree of a straight-line body to steps. One part of the class for each concern: statements, expressions, calls, values of the
/// host, models.
/// </summary>
internal sealed partial class BodyLowering(
    Compilation compilation, ContractReader contracts, Func<SyntaxTree, SemanticModel> semantics, FunctionBuilder function, CancellationToken cancellation)
{
    private readonly OperationReader _operations = new(contracts);
    private readonly Dictionary<string, int> _reads = [];
    private INamedTypeSymbol? _home;

    /// <summary>Whether everything that was read so far can be read from other assemblies as well.</summary>
    public bool IsPortable { get; private set; } = true;

    /// <summary>Lowers a member's body; gives what it returns.</summary>
    public Lowered Run(Frame frame, IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> parameters)
    {
        _home ??= frame.Method.ContainingType;
        foreach (KeyValuePair<IParameterSymbol, Lowered> parameter in parameters)
            frame.Set(parameter.Key, parameter.Value);
        SyntaxNode? declaration = frame.Method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .FirstOrDefault(static node => node is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null });
        if (declaration is null || semantics(declaration.SyntaxTree).GetOperation(declaration, cancellation) is not IMethodBodyOperation body)
            throw Refuse(RefusalIds.Call, $"{frame.Method.Name} has no body that can be compiled", null);
        IBlockOperation? block = body.BlockBody ?? body.ExpressionBody;
        foreach (IOperation statement in block?.Operations ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (Statement(statement, frame) is { } returned)
                return returned;
        }

        throw Refuse(RefusalIds.Construct, $"{frame.Method.Name} returns nothing, so there is nothing to compile", null);
    }

    /// <summary>Runs a statement; gives the returned value when it is a return.</summary>
    private Lowered? Statement(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IReturnOperation { ReturnedValue: { } value }:
                return Expression(value, frame);
            case IBlockOperation block:
                foreach (IOperation inner in block.Operations)
                {
                    if (Statement(inner, frame) is { } returned)
                        return returned;
                }

                return null;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                {
                    if (declarator.GetVariableInitializer() is { } initializer)
                        Assign(declarator.Symbol, Expression(initializer.Value, frame), frame);
                }

                return null;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation or ICompoundAssignmentOperation or IDeconstructionAssignmentOperation } expression:
                Expression(expression.Operation, frame);
                return null;
            case IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { ReturnsVoid: true } method } } when IsStatement(method):
                return null;
            case IEmptyOperation or ILocalFunctionOperation:
                return null;
            default:
                throw Unsupported(statement, frame);
        }
    }

    private void Assign(ISymbol variable, Lowered value, Frame frame)
    {
        if (value is LoweredTensor tensor && function.Values[tensor.Id] is { Definition: ComputedDefinition } computed)
            function.Values[tensor.Id] = computed with { Name = variable.Name };
        frame.Set(variable, value);
    }

    private void AssignTarget(IOperation target, Lowered value, Frame frame)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value, frame);
                break;
            case IParameterReferenceOperation parameter when KnownSymbols.Same(parameter.Parameter.ContainingSymbol, frame.Method):
                Assign(parameter.Parameter, value, frame);
                break;
            case IDeclarationExpressionOperation declaration:
                AssignTarget(declaration.Expression, value, frame);
                break;
            case IDiscardOperation:
                break;
            case ITupleOperation tuple when value is LoweredList list && list.Elements.Length == tuple.Elements.Length:
                for (int i = 0; i < tuple.Elements.Length; i++)
                    AssignTarget(tuple.Elements[i], list.Elements[i], frame);
                break;
            default:
                throw Unsupported(target, frame);
        }
    }

    /// <summary>Whether a call of the method only states a shape for the compiler, so that it can be left out.</summary>
    private bool IsStatement(IMethodSymbol method) =>
        method.Parameters.Any(parameter => KnownSymbols.Find(parameter.GetAttributes(), contracts.Known.ShapePattern) is not null);

    private static RefusedException Unsupported(IOperation operation, Frame frame) =>
        Refuse(RefusalIds.Construct, $"{frame.Method.Name} cannot be compiled: {Constructs.Describe(operation)}", operation);

    private static RefusedException Refuse(string id, string message, IOperation? place) => new(new Refusal(id, message, place?.Syntax.GetLocation()));

    /// <summary>The expression on one line, and its line within the method.</summary>
    private static Origin OriginOf(IOperation operation, Frame frame)
    {
        const int LongestText = 100;
        string text = operation.Syntax.NormalizeWhitespace(string.Empty, " ").ToString();
        if (text.Length > LongestText)
            text = text.Substring(0, LongestText - 3) + "...";
        int line = operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line;
        int first = frame.Method.Locations.First(static location => location.IsInSource).GetLineSpan().StartLinePosition.Line;
        return new Origin(text, frame.Method.Name, line - first + 1);
    }

    private int Compute(string name, string element, Analyzers.Flow.Value? known, IOperation place, Frame frame) => function.Add(new Value(
        name, element, known is TensorValue tensor ? tensor.Shape : UnknownShape.Of(frame.Scope.Symbols.At(place)), ComputedDefinition.Instance, OriginOf(place, frame)));
}
