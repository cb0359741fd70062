using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Turns what is known of an operand into the argument that the shape core expects of the parameter's kind.</summary>
internal sealed class ArgumentBuilder(BodyScope scope, FreshSymbols fresh)
{
    public Argument Build(ParameterDeclaration parameter, IOperation? operand, Value? value)
    {
        if (operand is null || value is NullValue)
            return new AbsentArgument();
        string? text = CallSyntax.Quote(operand);
        return (parameter.Kind, value) switch
        {
            (ParameterKind.Tensor, TensorValue tensor) => new TensorArgument(tensor.Shape, text),
            (ParameterKind.Tensor, _) when IsScalar(operand) => new TensorArgument(ShapeValue.Of(), text),
            (ParameterKind.TensorList or ParameterKind.TensorTuple, ListValue list) =>
                new TensorListArgument([.. list.Elements.Select(ShapeOf)], text),
            (ParameterKind.Integer, IntegerValue integer) => new IntegerArgument(integer.Size, text),
            (ParameterKind.Integer, SliceValue { Item: IndexSlice { Position: { } position } index }) =>
                new IntegerArgument(index.FromEnd ? Dimension.Zero - position : position, text),
            (ParameterKind.IntegerList, ListValue list) => new IntegerListArgument([.. list.Elements.Select(SizeOf)], text),
            (ParameterKind.IntegerList, IntegerValue integer) => new IntegerListArgument([integer.Size], text),
            (ParameterKind.IntegerList, TensorValue { Shape.Rank: not null } sizes) =>
                new IntegerListArgument([.. sizes.Shape.Items.Select(static item => item.Dimension!)], text),
            (ParameterKind.Boolean, BooleanValue boolean) => new BooleanArgument(boolean.IsTrue, text),
            (ParameterKind.Text, TextValue literal) => new TextArgument(literal.Text, text),
            (ParameterKind.Pattern, TextValue pattern) => new PatternArgument(scope.Body.ParsePattern(pattern.Text, fresh, out _), text),
            (ParameterKind.Elements, ListValue list) => new PatternArgument(ShapeValue.Of(list.Elements.Length), text),
            (ParameterKind.Elements, ArrayValue array) => new PatternArgument(array.Sizes, text),
            (ParameterKind.Elements, _) => new PatternArgument(UnknownSizes(operand), text),
            (ParameterKind.Slices, ListValue list) => new SlicesArgument([.. list.Elements.Select(ItemOf)], text),
            _ => new UnknownArgument(text, MayBeNull(operand)),
        };
    }

    private static bool MayBeNull(IOperation operand)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        return operand.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
    }

    private static bool IsScalar(IOperation operand)
    {
        while (operand is IConversionOperation conversion)
            operand = conversion.Operand;
        return ParameterKinds.IsScalar(operand.Type);
    }

    private ShapeValue UnknownSizes(IOperation operand)
    {
        while (operand is IConversionOperation conversion)
            operand = conversion.Operand;
        int rank = operand.Type is IArrayTypeSymbol array ? array.Rank : 1;
        return ShapeValue.Of(Enumerable.Range(0, rank).Select(_ => Dimension.Of(fresh.Opaque())));
    }

    private ShapeValue ShapeOf(Value? element) => element is TensorValue tensor ? tensor.Shape : UnknownShape.Of(fresh);

    private Dimension SizeOf(Value? element) => element is IntegerValue integer ? integer.Size : Dimension.Of(fresh.Opaque());

    private static SliceItem ItemOf(Value? element) => element switch
    {
        SliceValue slice => slice.Item,
        IntegerValue integer => new IndexSlice(integer.Size, FromEnd: false),
        _ => new UnknownSlice(),
    };
}
