using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Calls of members that declare shapes, in every form.</summary>
internal sealed partial class Interpreter
{
    public override Value? VisitInvocation(IInvocationOperation operation, FlowState state) =>
        VisitCall(operation, operation.Instance, operation.Arguments, state);

    public override Value? VisitPropertyReference(IPropertyReferenceOperation operation, FlowState state)
    {
        IPropertySymbol property = operation.Property;
        if (VisitCall(operation, operation.Instance, operation.Arguments, state) is { } declared)
            return declared;
        if (property.IsIndexer || !IsThis(operation.Instance) || !IsFixed(property))
            return null;
        return state.Get(property) ?? _scope.Stable(property, property.Type, property.Name);
    }

    public override Value? VisitObjectCreation(IObjectCreationOperation operation, FlowState state)
    {
        Operands values = VisitOperands(null, operation.Arguments, state);
        Visit(operation.Initializer, state);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is not { } call)
            return null;

        // One mistake is reported once: an instance with broken dimensions has none that are known.
        if (Apply(call, isThis: false, values).Mismatch is not null)
            return null;
        FreshSymbols fresh = _scope.Symbols.At((operation, nameof(ObjectValue)));
        var dimensions = ImmutableSortedDictionary.CreateBuilder<string, Dimension>(StringComparer.Ordinal);
        for (int index = 0; index < call.Arguments.Length; index++)
        {
            ParameterDeclaration parameter = call.Contract.Signature.Parameters[index];
            Value? size = values[call.Arguments[index]];
            if (parameter.IsDim)
                dimensions[parameter.Name] = size is IntegerValue known ? known.Size : Dimension.Of(fresh.Opaque(parameter.Name));
        }

        return new ObjectValue(dimensions.ToImmutable());
    }

    public override Value? VisitBinaryOperator(IBinaryOperation operation, FlowState state)
    {
        Value? left = Visit(operation.LeftOperand, state);
        Value? right = Visit(operation.RightOperand, state);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is { } call)
            return Call(call, isThis: false, new Operands { [operation.LeftOperand] = left, [operation.RightOperand] = right });
        return operation.OperatorMethod is null && !operation.IsLifted
            ? Arithmetic(operation, operation.OperatorKind, operation.Type, left, right)
            : null;
    }

    public override Value? VisitUnaryOperator(IUnaryOperation operation, FlowState state)
    {
        Value? operand = Visit(operation.Operand, state);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is { } call)
            return Call(call, isThis: false, new Operands { [operation.Operand] = operand });
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Hat => new SliceValue(new IndexSlice(SizeOf(operation.Operand, operand), FromEnd: true)),
            UnaryOperatorKind.Minus when operation.OperatorMethod is null => Arithmetic(
                operation, BinaryOperatorKind.Subtract, operation.Type, new IntegerValue(Dimension.Zero), operand),
            UnaryOperatorKind.Plus when operation.OperatorMethod is null => operand,
            _ => null,
        };
    }

    private Value? VisitCall(IOperation operation, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        Operands values = VisitOperands(instance, arguments, state);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is { } call)
        {
            Value? result = Call(call, IsThis(instance), values);
            ForgetWritten(arguments, state);
            return result;
        }

        ForgetLists(instance, arguments, state);
        ForgetWritten(arguments, state);
        return null;
    }

    private Operands VisitOperands(IOperation? instance, ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        Operands values = new();
        values[instance] = Visit(instance, state);
        foreach (IArgumentOperation argument in arguments)
            values[argument.Value] = Visit(argument.Value, state);
        return values;
    }

    /// <summary>Applies the declared rule of a call, reports what is broken, and gives what is known of the result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isThis">Whether its instance is the one that the body belongs to.</param>
    /// <param name="values">What is known of its operands.</param>
    internal Value? Call(NormalisedCall call, bool isThis, Operands? values)
    {
        Contract contract = call.Contract;
        CallOutcome outcome = Apply(call, isThis, values);
        Location? origin = call.Arguments.IsEmpty && call.Member is IPropertySymbol or IFieldSymbol or IParameterSymbol
            ? InSource(call.Member) ?? CallSyntax.LocationOf(call.Operation)
            : CallSyntax.LocationOf(call.Operation);
        if (contract.ReturnsTuple && outcome.Results.Count > 0)
            return new ListValue([.. outcome.Results.Select(shape => (Value?)new TensorValue(shape, origin))]);
        if (outcome.Results.Count == 1)
            return new TensorValue(outcome.Results[0], origin, contract.AllowsBroadcast);
        return outcome.Integer is { } integer ? new IntegerValue(integer) : null;
    }

    private CallOutcome Apply(NormalisedCall call, bool isThis, Operands? values)
    {
        FreshSymbols fresh = _scope.Symbols.At(call.Operation);
        ArgumentBuilder builder = new(_scope, fresh);
        Argument[] arguments = new Argument[call.Arguments.Length];
        for (int index = 0; index < arguments.Length; index++)
            arguments[index] = builder.Build(call.Contract.Signature.Parameters[index], call.Arguments[index], values?[call.Arguments[index]]);
        CallOutcome outcome = call.Contract.Signature.Apply(arguments, _scope.Facts, AmbientOf(call, isThis, values), fresh);
        Report(call, outcome, values);
        return outcome;
    }

    /// <summary>What the names of the member's type stand for at the call.</summary>
    private IReadOnlyDictionary<string, Dimension>? AmbientOf(NormalisedCall call, bool isThis, Operands? values)
    {
        if (call.Contract.Ambient.IsEmpty)
            return null;
        if (values?[call.Instance] is ObjectValue instance)
            return instance.Dimensions;
        if (!isThis)
            return null;
        Dictionary<string, Dimension> own = [];
        foreach (string name in call.Contract.Ambient)
        {
            if (_scope.Body.Dimensions.TryGetValue(name, out Dimension? dimension))
                own.Add(name, dimension);
        }

        return own;
    }

    private void Report(NormalisedCall call, CallOutcome outcome, Operands? values)
    {
        if (_findings is null)
            return;
        if (outcome.Mismatch is { } mismatch)
        {
            IEnumerable<int> atFault = mismatch.Arguments.Count > 0 ? mismatch.Arguments : Enumerable.Range(0, call.Arguments.Length);
            List<Location?> origins = [.. atFault.SelectMany(index => OriginsOf(values?[call.Arguments[index]]))];
            if (mismatch.Kind == MismatchKind.Argument)
                origins.AddRange(mismatch.Arguments.Select(index => InSource(call.Contract.Parameters[index])));
            _findings.OnMismatch(mismatch, call.Operation, call.Arguments, Distinct(origins));
        }
        else if (outcome.Expansion is { } expansion
            && !call.Arguments.Any(argument => values?[argument] is TensorValue { AllowsBroadcast: true }))
        {
            _findings.OnExpansion(
                expansion, call.Operation, _scope.ReturnsScalar, Distinct(call.Arguments.SelectMany(argument => OriginsOf(values?[argument]))));
        }
    }

    /// <summary>Checks a value that is stored where a shape is declared.</summary>
    private void CheckStored(IOperation target, ISymbol member, IOperation? instance, IOperation source, Value? value, FlowState state)
    {
        if (_scope.Contracts.OfStore(member) is not { } contract)
            return;
        NormalisedCall call = new(source, member, contract, [source], instance);
        Operands values = new() { [source] = value };
        if (instance is not null && !IsThis(instance))
            values[instance] = new Interpreter(_scope, _targets, null, null, _cancellation).Visit(instance, state.Clone());
        FreshSymbols fresh = _scope.Symbols.At((target, source));
        Argument argument = new ArgumentBuilder(_scope, fresh).Build(contract.Signature.Parameters[0], source, value);
        CallOutcome outcome = contract.Signature.Apply([argument], _scope.Facts, AmbientOf(call, IsThis(instance) || member.IsStatic, values), fresh);
        Report(call, outcome, values);
    }

    /// <summary>Checks a returned value against the declared result.</summary>
    private void CheckReturned(IOperation returned, Value? value)
    {
        IReadOnlyList<ShapeValue> declared = _scope.Body.Results;
        if (_findings is null || declared.Count == 0)
            return;
        string name = _scope.Owner is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : _scope.Owner.Name;
        IOperation written = returned is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : returned;
        for (int index = 0; index < declared.Count; index++)
        {
            Value? element = declared.Count == 1 && value is not ListValue ? value
                : value is ListValue list && index < list.Elements.Length ? list.Elements[index] : null;
            IOperation place = written is ITupleOperation tuple && index < tuple.Elements.Length ? tuple.Elements[index] : written;
            if (element is TensorValue tensor && _scope.Body.CheckResult(name, index, tensor.Shape, CallSyntax.Quote(place)) is { } mismatch)
                _findings.OnMismatch(mismatch, place, [], Distinct([tensor.Origin, InSource(_scope.Owner)]));
        }
    }

    /// <summary>A call that is not declared may change the elements of an array or span that it is given.</summary>
    private static void ForgetLists(IOperation? instance, ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        IEnumerable<IOperation?> operands = arguments.Select(static argument => argument.Value).Prepend(instance);
        if (!operands.Any(static operand => operand?.Type is IArrayTypeSymbol or { Name: nameof(Span<int>) }))
            return;
        state.Forget([.. state.Variables.Where(static entry => entry.Value is ListValue).Select(static entry => entry.Key)]);
    }

    /// <summary>What a call receives by reference has a new value behind it.</summary>
    private void ForgetWritten(ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
                Assign(argument.Value, argument, null, state);
        }
    }

    /// <summary>Whether a property of <c>this</c> gives the same value each time: an automatic one without a setter, or a model's parameter.</summary>
    private bool IsFixed(IPropertySymbol property) =>
        KnownSymbols.Find(property.GetAttributes(), _scope.Known.Parameter) is not null || AutomaticProperty.IsFixed(property);

    private static IEnumerable<Location?> OriginsOf(Value? value) => value switch
    {
        TensorValue tensor => [tensor.Origin],
        ListValue list => list.Elements.SelectMany(OriginsOf),
        _ => [],
    };

    private static Location? InSource(ISymbol? symbol) => symbol?.Locations.FirstOrDefault(static location => location.IsInSource);

    private static ImmutableArray<Location> Distinct(IEnumerable<Location?> locations) =>
        [.. locations.Where(static location => location is not null).Select(static location => location!).Distinct()];
}
