using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Conversions, indices and ranges.</summary>
internal sealed partial class Interpreter
{
    public override Value? VisitRangeOperation(IRangeOperation operation, FlowState state)
    {
        (Dimension start, bool startFromEnd) = Bound(operation.LeftOperand, Dimension.Zero, openFromEnd: false, state);
        (Dimension end, bool endFromEnd) = Bound(operation.RightOperand, Dimension.Zero, openFromEnd: true, state);
        return new SliceValue(new RangeSlice(start, startFromEnd, end, endFromEnd, Dimension.One));
    }

    public override Value? VisitConversion(IConversionOperation operation, FlowState state)
    {
        Value? operand = Visit(operation.Operand, state);
        if (operation.OperatorMethod is null)
            return ConvertBuiltIn(operation, operand);
        if (CallNormaliser.Normalise(operation, _scope.Contracts) is { } call)
            return Call(call, isThis: false, new Operands { [operation.Operand] = operand });
        if (operation.Type is not { } type)
            return null;
        if (KnownSymbols.Same(type, _scope.Known.Index) || ParameterKinds.IsSliceItem(_scope.Known, type))
            return ToSlice(operation.Operand, operand);
        if (_scope.Known.IsTensor(type))
            return operand is TensorValue || !ParameterKinds.IsScalar(operation.Operand.Type) ? null : new TensorValue(ShapeValue.Of(), null);

        // The sizes of a tensor, or a list of them, under another type.
        return ParameterKinds.Classify(_scope.Known, type) == ParameterKind.IntegerList ? operand : null;
    }

    private static Value? ConvertBuiltIn(IConversionOperation operation, Value? operand) => operand switch
    {
        IntegerValue integer when operation.Type is { } type && IsInteger(type) => Narrow(integer, type),
        BooleanValue or TextValue or NullValue or TensorValue or ListValue or ArrayValue or SliceValue or ObjectValue => operand,
        _ => null,
    };

    private static bool IsInteger(ITypeSymbol type) => ParameterKinds.IsInteger(ParameterKinds.WithoutNullable(type));

    /// <summary>Sizes are assumed to fit an <see langword="int"/>; a smaller type keeps only constants that fit it.</summary>
    private static IntegerValue? Narrow(IntegerValue integer, ITypeSymbol type)
    {
        (long low, long high)? range = ParameterKinds.WithoutNullable(type).SpecialType switch
        {
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr => (0, uint.MaxValue),
            _ => null,
        };
        if (range is not { } bounds)
            return integer;
        if (integer.Size.IsConstant(out long value))
            return value >= bounds.low && value <= bounds.high ? integer : null;
        return bounds.high >= int.MaxValue ? integer : null;
    }

    private (Dimension Position, bool FromEnd) Bound(IOperation? bound, Dimension open, bool openFromEnd, FlowState state)
    {
        if (bound is null)
            return (open, openFromEnd);
        return Visit(bound, state) switch
        {
            SliceValue { Item: IndexSlice { Position: { } position } index } => (position, index.FromEnd),
            IntegerValue integer => (integer.Size, false),
            _ => (SizeOf(bound, null), false),
        };
    }

    private Value? ToSlice(IOperation operand, Value? value) => value switch
    {
        SliceValue => value,
        IntegerValue integer => new SliceValue(new IndexSlice(integer.Size, FromEnd: false)),
        _ when ParameterKinds.IsInteger(operand.Type) => new SliceValue(new IndexSlice(SizeOf(operand, null), FromEnd: false)),
        _ => null,
    };
}
