using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Arithmetic on integers, as far as the dimension algebra says what C# computes.</summary>
internal sealed partial class Interpreter
{
    private IntegerValue? Arithmetic(IOperation place, BinaryOperatorKind kind, ITypeSymbol? type, Value? left, Value? right)
    {
        if (!ParameterKinds.IsInteger(type) || (left is not IntegerValue && right is not IntegerValue))
            return null;
        IReadOnlyList<IOperation> operands = [.. place.ChildOperations];
        Dimension a = left is IntegerValue x ? x.Size : SizeOf(operands[0], null);
        Dimension b = right is IntegerValue y ? y.Size : SizeOf(operands[operands.Count - 1], null);
        Dimension? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => Quotient(a, b),
            BinaryOperatorKind.Remainder => Remainder(a, b),
            _ => null,
        };
        return result is not null && Fits(result) ? new IntegerValue(result) : null;
    }

    /// <summary>C# truncates towards zero, which is the floor where neither side is negative.</summary>
    private Dimension? Quotient(Dimension dividend, Dimension divisor)
    {
        if (dividend.IsConstant(out long a) && divisor.IsConstant(out long b))
            return b == 0 ? null : Dimension.Constant(a / b);
        return IsAtLeast(dividend, Dimension.Zero) && IsAtLeast(divisor, Dimension.One) ? Dimension.FloorDivide(dividend, divisor) : null;
    }

    private Dimension? Remainder(Dimension dividend, Dimension divisor)
    {
        if (dividend.IsConstant(out long a) && divisor.IsConstant(out long b))
            return b == 0 ? null : Dimension.Constant(a % b);
        return IsAtLeast(dividend, Dimension.Zero) && IsAtLeast(divisor, Dimension.One) ? Dimension.Remainder(dividend, divisor) : null;
    }

    private bool IsAtLeast(Dimension dimension, Dimension bound) =>
        _scope.Facts.Holds(new Fact(dimension, Relation.GreaterOrEqual, bound)).Answer == Answer.Proved;

    /// <summary>A size outside the range of an <see langword="int"/> overflows at run time.</summary>
    private static bool Fits(Dimension size) => !size.IsConstant(out long value) || value is >= int.MinValue and <= int.MaxValue;

    /// <summary>The integer that an operand yields: what is known, or a symbol of the operand's own.</summary>
    private Dimension SizeOf(IOperation operand, Value? value) =>
        value is IntegerValue integer ? integer.Size : Dimension.Of(_scope.Symbols.At(operand).Opaque(CallSyntax.Quote(operand) ?? "?"));
}
