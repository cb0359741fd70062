using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Lowering;

/// <summary>Expressions of the host: numbers, indices and ranges, sizes of shapes.</summary>
internal sealed partial class BodyLowering
{
    private LoweredHost Host(IOperation operation, Frame frame)
    {
        HostExpression expression = operation switch
        {
            IBinaryOperation { OperatorMethod: null, IsLifted: false } binary when SyntaxOf(binary.OperatorKind) is { } text =>
                HostExpression.Join(["(", $" {text} ", ")"], [Part(binary.LeftOperand, frame), Part(binary.RightOperand, frame)]),
            IUnaryOperation { OperatorMethod: null, IsLifted: false, OperatorKind: UnaryOperatorKind.Minus } negation =>
                HostExpression.Join(["(-", ")"], [Part(negation.Operand, frame)]),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => HostExpression.Join(["^", ""], [Part(fromEnd.Operand, frame)]),
            IRangeOperation range => HostExpression.Join(["(", "..", ")"], [Bound(range.LeftOperand, frame), Bound(range.RightOperand, frame)]),
            IDefaultValueOperation => HostExpression.Constant("default"),
            IInvocationOperation { Instance: null, TargetMethod: { Name: "Step" } method, Arguments.Length: 2 } step when ParameterKinds.IsSliceItem(contracts.Known, method.ContainingType) =>
                HostExpression.Join([FullName(method) + "(", ", ", ")"], [.. step.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(argument => Part(argument.Value, frame))]),
            IPropertyReferenceOperation { Property: { IsStatic: true } part } when ParameterKinds.IsSliceItem(contracts.Known, part.ContainingType) => HostExpression.Constant(FullName(part)),
            IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 1 } size when contracts.Known.IsTensor(instance.Type) =>
                HostExpression.Join(["", "[", "]"], [Part(instance, frame), Part(size.Arguments[0].Value, frame)]),
            _ => throw Unsupported(operation, frame),
        };
        return new LoweredHost(expression, operation.Type, frame.Shapes.Visit(operation, frame.State));
    }

    private HostExpression Part(IOperation operation, Frame frame) =>
        Expression(operation, frame) is LoweredHost host ? host.Expression : throw Unsupported(operation, frame);

    private HostExpression Bound(IOperation? bound, Frame frame) => bound is null ? HostExpression.Constant(string.Empty) : Part(bound, frame);

    private static string FullName(ISymbol member) => member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + member.Name;

    private static string? SyntaxOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        _ => null,
    };
}
