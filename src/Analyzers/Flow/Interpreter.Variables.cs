using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Reading and assigning variables and members.</summary>
internal sealed partial class Interpreter
{
    public override Value? VisitLocalReference(ILocalReferenceOperation operation, FlowState state) => state.Get(operation.Local);

    public override Value? VisitParameterReference(IParameterReferenceOperation operation, FlowState state)
    {
        IParameterSymbol parameter = operation.Parameter;
        if (state.Get(parameter) is { } known)
            return known;

        // A primary-constructor parameter that is read in another member.
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            || SymbolEqualityComparer.Default.Equals(constructor, _scope.Owner))
            return null;
        if (AnnotationReader.IsDim(_scope.Known, parameter.GetAttributes())
            && _scope.Body.Dimensions.TryGetValue(parameter.Name, out Dimensions.Dimension? dimension))
            return new IntegerValue(dimension);
        return _scope.Contracts.OfCall(parameter) is { } contract
            ? Call(new NormalisedCall(operation, parameter, contract, [], null), isThis: true, values: null)
            : null;
    }

    public override Value? VisitFieldReference(IFieldReferenceOperation operation, FlowState state)
    {
        Value? instance = Visit(operation.Instance, state);
        IFieldSymbol field = operation.Field;
        if (field.ContainingType is { IsTupleType: true } tuple)
            return TupleElement(instance, tuple, field);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is { } call)
            return Call(call, IsThis(operation.Instance) || field.IsStatic, new Operands { [operation.Instance] = instance });
        if (!field.IsReadOnly || !(IsThis(operation.Instance) || field.IsStatic))
            return null;
        return state.Get(field) ?? _scope.Stable(field, field.Type, field.Name);
    }

    public override Value? VisitInstanceReference(IInstanceReferenceOperation operation, FlowState state)
    {
        if (!_scope.HasReceiver || !IsThis(operation) || _scope.Body.ParameterShapes[0] is not { Count: 1 } shapes)
            return null;
        return new TensorValue(shapes[0], null);
    }

    public override Value? VisitFlowCapture(IFlowCaptureOperation operation, FlowState state)
    {
        Value? value = Visit(operation.Value, state);
        state.Set(operation.Id, value ?? _scope.Stable(operation, operation.Value.Type, "?"));
        return null;
    }

    public override Value? VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, FlowState state) => state.Get(operation.Id);

    public override Value? VisitSimpleAssignment(ISimpleAssignmentOperation operation, FlowState state)
    {
        VisitTarget(operation.Target, state);
        Value? value = Visit(operation.Value, state);
        Assign(operation.Target, operation.Value, value, state);
        return value;
    }

    public override Value? VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, FlowState state)
    {
        VisitTarget(operation.Target, state);
        Value? value = Visit(operation.Value, state);
        Assign(operation.Target, operation.Value, value, state);
        return value;
    }

    /// <summary>A compound assignment by an operator of the library or by built-in integer arithmetic.</summary>
    public override Value? VisitCompoundAssignment(ICompoundAssignmentOperation operation, FlowState state)
    {
        Value? left = Visit(operation.Target, state);
        Value? right = Visit(operation.Value, state);
        Value? result = CallNormaliser.Normalise(operation, _scope.Contracts) is { } call
            ? Call(call, isThis: false, new Operands { [operation.Target] = left, [operation.Value] = right })
            : operation.OperatorMethod is null ? Arithmetic(operation, operation.OperatorKind, operation.Type, left, right) : null;
        Assign(operation.Target, operation, result, state);
        return result;
    }

    public override Value? VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, FlowState state)
    {
        Value? before = Visit(operation.Target, state);
        Value one = new IntegerValue(Dimensions.Dimension.One);
        BinaryOperatorKind kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Value? after = operation.OperatorMethod is null ? Arithmetic(operation, kind, operation.Type, before, one) : null;
        Assign(operation.Target, operation, after, state);
        return operation.IsPostfix ? before : after;
    }

    public override Value? VisitIsPattern(IIsPatternOperation operation, FlowState state)
    {
        Value? value = Visit(operation.Value, state);
        foreach (IOperation part in operation.Pattern.DescendantsAndSelf())
        {
            ISymbol? declared = part switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (declared is ILocalSymbol local)
                Store(local, local.Type, part, part == operation.Pattern ? value : null, state);
        }

        return null;
    }

    /// <summary>Gives a variable, member or tuple of them its new value; what is not known stays the same until the next assignment.</summary>
    private void Assign(IOperation target, IOperation source, Value? value, FlowState state)
    {
        switch (_targets.Resolve(target))
        {
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, source, value, state);
                break;
            case ITupleOperation tuple:
                AssignElements(tuple, source, value, state);
                break;
            case ILocalReferenceOperation local:
                Store(local.Local, local.Type, target, value, state);
                break;
            case IParameterReferenceOperation parameter:
                Store(parameter.Parameter, parameter.Type, target, value, state);
                break;
            case IFieldReferenceOperation field:
                CheckStored(field, field.Field, field.Instance, source, value, state);
                if (field.Field.IsReadOnly && (IsThis(field.Instance) || field.Field.IsStatic))
                    Store(field.Field, field.Type, target, value, state);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                CheckStored(property, property.Property, property.Instance, source, value, state);
                break;
        }
    }

    private void AssignElements(ITupleOperation target, IOperation source, Value? value, FlowState state)
    {
        ListValue? list = value as ListValue;
        IOperation unwrapped = source is IConversionOperation { Operand: ITupleOperation converted } ? converted : source;
        for (int index = 0; index < target.Elements.Length; index++)
        {
            IOperation element = unwrapped is ITupleOperation tuple && index < tuple.Elements.Length ? tuple.Elements[index] : source;
            Assign(target.Elements[index], element, list is not null && index < list.Elements.Length ? list.Elements[index] : null, state);
        }
    }

    private void Store(ISymbol variable, ITypeSymbol? type, object place, Value? value, FlowState state)
    {
        if (!_scope.Usage.IsTracked(variable))
        {
            state.Set(variable, null);
            return;
        }

        if (value is ListValue && type is not { IsTupleType: true } && !KeepsElements(type))
            value = null;
        state.Set(variable, value ?? _scope.Stable(place, type, variable.Name));
    }

    /// <summary>A list that nothing in the body can change behind the variable's back.</summary>
    private bool KeepsElements(ITypeSymbol? type) =>
        !_scope.Usage.WritesArrayElements
        && (type is IArrayTypeSymbol
            || KnownSymbols.Same(type?.OriginalDefinition, _scope.Known.Span)
            || KnownSymbols.Same(type?.OriginalDefinition, _scope.Known.ReadOnlySpan)
            || KnownSymbols.Same(type?.OriginalDefinition, _scope.Known.Enumerable));

    /// <summary>Runs the parts of an assignment target that are expressions of their own.</summary>
    private void VisitTarget(IOperation target, FlowState state)
    {
        switch (target)
        {
            case ITupleOperation or IDeclarationExpressionOperation or IPropertyReferenceOperation or IFieldReferenceOperation
                or IArrayElementReferenceOperation or IParenthesizedOperation:
                foreach (IOperation child in target.ChildOperations)
                    VisitTarget(child, state);
                break;
            case IArgumentOperation argument:
                Visit(argument.Value, state);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation:
                break;
            default:
                Visit(target, state);
                break;
        }
    }

    private static bool IsThis(IOperation? instance) =>
        instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}
