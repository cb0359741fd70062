using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Shapes;
using Value = TypedTensors.Generators.Ir.Value;

namespace TypedTensors.Generators.Lowering;

/// <summary>Expressions.</summary>
internal sealed partial class BodyLowering
{
    private Lowered Expression(IOperation operation, Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true } constant)
            return new LoweredHost(HostExpression.Constant(Literals.Write(constant.Value, operation.Type)), operation.Type, frame.Shapes.Visit(operation, frame.State));
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Expression(parenthesized.Operand, frame);
            case IConversionOperation conversion:
                return Conversion(conversion, frame);
            case ILocalReferenceOperation local:
                return frame.Get(local.Local) ?? throw Unsupported(operation, frame);
            case IParameterReferenceOperation parameter:
                return frame.Get(parameter.Parameter) ?? HostMember(operation, parameter.Parameter, parameter.Parameter.Type, ModelOf(frame), frame);
            case IInstanceReferenceOperation:
                return ModelOf(frame);
            case IPropertyReferenceOperation { Property: { IsStatic: true } part } when ParameterKinds.IsSliceItem(contracts.Known, part.ContainingType):
                return Host(operation, frame);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property when property.Arguments.IsEmpty:
                return Member(property, property.Property, property.Property.Type, property.Instance, frame);
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } field } element:
                return TupleElement(element, field, frame);
            case IFieldReferenceOperation field:
                return Member(field, field.Field, field.Field.Type, field.Instance, frame);
            case ITupleOperation tuple:
                return new LoweredList([.. tuple.Elements.Select(element => Expression(element, frame))]);
            case ISimpleAssignmentOperation assignment:
                Lowered assigned = Expression(assignment.Value, frame);
                AssignTarget(assignment.Target, assigned, frame);
                return assigned;
            case IDeconstructionAssignmentOperation deconstruction:
                Lowered parts = Expression(deconstruction.Value, frame);
                AssignTarget(deconstruction.Target, parts, frame);
                return parts;
            case ICompoundAssignmentOperation compound when CallNormaliser.Normalise(compound, contracts) is { } call:
                Lowered sum = Call(call, frame);
                AssignTarget(compound.Target, sum, frame);
                return sum;
            case IArrayCreationOperation { Initializer: { } initializer, DimensionSizes.Length: 1 }:
                return ListOf(operation, initializer.ElementValues, frame);
            case ICollectionExpressionOperation collection:
                return ListOf(operation, collection.Elements, frame);
            case IArrayElementReferenceOperation element when Expression(element.ArrayReference, frame) is LoweredModel models:
                return ElementOfModels(element, models, element.Indices[0], frame);
            case IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 1 } indexer
                when !contracts.Known.IsTensor(instance.Type) && Expression(instance, frame) is LoweredModel models:
                return ElementOfModels(indexer, models, indexer.Arguments[0].Value, frame);
        }

        if (CallNormaliser.Normalise(operation, contracts) is { } normalised && ReturnsTensors(operation.Type))
            return Call(normalised, frame);
        if (operation is IInvocationOperation invocation && ReturnsTensors(operation.Type))
            return Include(invocation, invocation.TargetMethod, invocation.Instance, frame, known: null);
        return Host(operation, frame);
    }

    private bool ReturnsTensors(ITypeSymbol? type) =>
        IsTensor(type) || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => IsTensor(element.Type)));

    private Lowered Conversion(IConversionOperation conversion, Frame frame)
    {
        if (conversion.OperatorMethod is null)
        {
            Lowered operand = Expression(conversion.Operand, frame);
            if (operand is not LoweredHost host || conversion.IsImplicit || conversion.Type is not { } type || !ParameterKinds.IsScalar(type))
                return operand;
            return host with
            {
                Expression = HostExpression.Join(["(" + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ")(", ")"], [host.Expression]),
                Type = type,
                Known = frame.Shapes.Visit(conversion, frame.State),
            };
        }

        if (CallNormaliser.Normalise(conversion, contracts) is { } call && contracts.Known.IsTensor(conversion.Type))
            return Call(call, frame);

        // An index, a range or a list of sizes under another type.
        return Expression(conversion.Operand, frame) is LoweredHost converted
            ? converted with { Known = frame.Shapes.Visit(conversion, frame.State) }
            : throw Unsupported(conversion, frame);
    }

    private Lowered ListOf(IOperation list, ImmutableArray<IOperation> elements, Frame frame)
    {
        Lowered[] lowered = [.. elements.Select(element => Expression(element, frame))];
        if (lowered.All(static element => element is LoweredHost))
        {
            HostExpression[] parts = [.. lowered.Select(static element => ((LoweredHost)element).Expression)];
            string[] texts = [.. Enumerable.Range(0, parts.Length + 1).Select(i => i == 0 ? "[" : i == parts.Length ? "]" : ", ")];
            return parts.Length == 0
                ? new LoweredHost(HostExpression.Constant("[]"), list.Type, new ListValue([]))
                : new LoweredHost(HostExpression.Join(texts, parts), list.Type, new ListValue([.. lowered.Select(static element => element.Known)]));
        }

        return new LoweredList([.. lowered]);
    }

    private Lowered TupleElement(IFieldReferenceOperation element, IFieldSymbol field, Frame frame)
    {
        if (element.Instance is not { } instance || Expression(instance, frame) is not LoweredList list)
            throw Unsupported(element, frame);
        ImmutableArray<IFieldSymbol> elements = field.ContainingType.TupleElements;
        for (int i = 0; i < elements.Length && i < list.Elements.Length; i++)
        {
            if (field.Name == elements[i].Name || field.Name == elements[i].CorrespondingTupleField?.Name)
                return list.Elements[i];
        }

        throw Unsupported(element, frame);
    }

    /// <summary>The tensor that an operand is: a value, or a number as a tensor of shape ().</summary>
    private int TensorOf(Lowered operand, ITypeSymbol element, IOperation place, Frame frame)
    {
        switch (operand)
        {
            case LoweredTensor tensor:
                return tensor.Id;
            case LoweredHost host when ParameterKinds.IsScalar(host.Type):
                string type = element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
                HostExpression number = KnownSymbols.Same(host.Type, element) ? host.Expression : HostExpression.Join(["(" + type + ")(", ")"], [host.Expression]);
                return NumberOf(number, type, place, frame);
            default:
                throw Unsupported(place, frame);
        }
    }

    private int NumberOf(HostExpression number, string element, IOperation place, Frame frame)
    {
        if (!number.Shapes.IsEmpty)
            throw Refuse(RefusalIds.HostValue, $"{frame.Method.Name} cannot be compiled: a size of a tensor is used as a number among tensors; pass it as a parameter", place);
        string key = element + " " + number.Format + string.Join(",", number.Shapes);
        if (!_reads.TryGetValue(key, out int id))
            _reads.Add(key, id = function.Add(new Value("number", element, ShapeValue.Of(), new NumberDefinition(number))));
        return id;
    }

    private int Read(string expression, string name, string element, ShapeValue shape, bool isParameter)
    {
        if (!_reads.TryGetValue(expression, out int id))
            _reads.Add(expression, id = function.Add(new Value(name, element, shape, new ReadDefinition(expression, isParameter))));
        return id;
    }

    /// <summary>The element type of a tensor, as C# writes it.</summary>
    private string ElementOf(ITypeSymbol? tensor) => ElementType(tensor)!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
