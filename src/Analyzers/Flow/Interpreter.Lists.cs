using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Arrays, collection expressions and tuples, element by element.</summary>
internal sealed partial class Interpreter
{
    public override Value? VisitTuple(ITupleOperation operation, FlowState state) => ElementsOf(operation.Elements, state);

    public override Value? VisitArrayCreation(IArrayCreationOperation operation, FlowState state)
    {
        Dimension[] sizes = [.. operation.DimensionSizes.Select(size => SizeOf(size, Visit(size, state)))];
        if (operation.Initializer is { } initializer)
        {
            if (sizes.Length == 1)
                return ElementsOf(initializer.ElementValues, state);
            DefaultVisit(initializer, state);
        }

        return new ArrayValue(ShapeValue.Of(sizes));
    }

    public override Value? VisitCollectionExpression(ICollectionExpressionOperation operation, FlowState state)
    {
        ImmutableArray<Value?>.Builder elements = ImmutableArray.CreateBuilder<Value?>();
        bool isKnown = true;
        foreach (IOperation element in operation.Elements)
        {
            if (element is not ISpreadOperation spread)
                elements.Add(Element(element, state));
            else if (Visit(spread.Operand, state) is ListValue list)
                elements.AddRange(list.Elements);
            else
                isKnown = false;
        }

        return isKnown ? new ListValue(elements.ToImmutable()) : null;
    }

    public override Value? VisitArrayElementReference(IArrayElementReferenceOperation operation, FlowState state)
    {
        Value? array = Visit(operation.ArrayReference, state);
        Value? index = null;
        foreach (IOperation position in operation.Indices)
            index = Visit(position, state);
        if (array is not ListValue list || index is not IntegerValue integer || !integer.Size.IsConstant(out long at))
            return null;
        return at >= 0 && at < list.Elements.Length ? list.Elements[(int)at] : null;
    }

    private ListValue ElementsOf(ImmutableArray<IOperation> elements, FlowState state) =>
        new([.. elements.Select(element => Element(element, state))]);

    /// <summary>An element; an unknown integer gets a symbol, so that it is the same wherever the list is read.</summary>
    private Value? Element(IOperation element, FlowState state) =>
        Visit(element, state) ?? _scope.Stable(element, element.Type, "?");

    private static Value? TupleElement(Value? tuple, INamedTypeSymbol type, IFieldSymbol field)
    {
        if (tuple is not ListValue list)
            return null;
        for (int index = 0; index < type.TupleElements.Length && index < list.Elements.Length; index++)
        {
            IFieldSymbol element = type.TupleElements[index];
            if (field.Name == element.Name || field.Name == element.CorrespondingTupleField?.Name)
                return list.Elements[index];
        }

        return null;
    }
}
