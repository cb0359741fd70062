using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Dimensions;

namespace TypedTensors.Analyzers.Flow;

/// <summary>
/// The transfer function of the flow analysis: computes what is known of each expression of a block and updates the state by its effects.
/// One part of the class for each concern: variables, calls, integers, lists, slices, nested functions.
/// </summary>
internal sealed partial class Interpreter : OperationVisitor<FlowState, Value?>
{
    private readonly BodyScope _scope;
    private readonly CapturedTargets _targets;
    private readonly IShapeFindings? _findings;
    private readonly NestedFunctions? _nested;
    private readonly CancellationToken _cancellation;

    /// <summary>Creates the interpreter of one graph.</summary>
    /// <param name="scope">The body that the graph belongs to.</param>
    /// <param name="targets">The assignment targets among the graph's temporaries.</param>
    /// <param name="findings">Receives what is found; null while the fixpoint is still searched.</param>
    /// <param name="nested">Collects the lambdas that are met; null likewise.</param>
    /// <param name="cancellation">Stops the analysis when nobody waits for it any more.</param>
    public Interpreter(
        BodyScope scope, CapturedTargets targets, IShapeFindings? findings, NestedFunctions? nested, CancellationToken cancellation)
    {
        _scope = scope;
        _targets = targets;
        _findings = findings;
        _nested = nested;
        _cancellation = cancellation;
    }

    /// <summary>Runs a block from its entry state to the state behind its last operation.</summary>
    public void Run(BasicBlock block, FlowState state)
    {
        foreach (IOperation operation in block.Operations)
            Visit(operation, state);
        if (block.BranchValue is not { } branchValue)
            return;
        Value? value = Visit(branchValue, state);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            CheckReturned(branchValue, value);
    }

    public override Value? Visit(IOperation? operation, FlowState state)
    {
        if (operation is null)
            return null;
        if (operation.ConstantValue is { HasValue: true } constant)
            return ValueOf(constant.Value);
        _cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return base.Visit(operation, state);
    }

    /// <summary>An operation without a meaning of its own: its parts are run for their effects.</summary>
    public override Value? DefaultVisit(IOperation operation, FlowState state)
    {
        foreach (IOperation child in operation.ChildOperations)
            Visit(child, state);
        return null;
    }

    public override Value? VisitExpressionStatement(IExpressionStatementOperation operation, FlowState state) => Visit(operation.Operation, state);

    public override Value? VisitParenthesized(IParenthesizedOperation operation, FlowState state) => Visit(operation.Operand, state);

    /// <summary>The shapes of a task are those of its value.</summary>
    public override Value? VisitAwait(IAwaitOperation operation, FlowState state) => Visit(operation.Operation, state);

    public override Value? VisitDefaultValue(IDefaultValueOperation operation, FlowState state) =>
        operation.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } ? NullValue.Instance
        : operation.Type is { } type && Operations.ParameterKinds.ElementType(_scope.Known, type) is not null ? new ListValue([])
        : null;

    private static Value? ValueOf(object? constant) => constant switch
    {
        null => NullValue.Instance,
        int value => new IntegerValue(Dimension.Constant(value)),
        long value => new IntegerValue(Dimension.Constant(value)),
        short value => new IntegerValue(Dimension.Constant(value)),
        sbyte value => new IntegerValue(Dimension.Constant(value)),
        byte value => new IntegerValue(Dimension.Constant(value)),
        ushort value => new IntegerValue(Dimension.Constant(value)),
        uint value => new IntegerValue(Dimension.Constant(value)),
        bool value => new BooleanValue(value),
        string value => new TextValue(value),
        _ => null,
    };
}
