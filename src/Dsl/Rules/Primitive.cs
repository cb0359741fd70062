using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>A named function of the rule language. It sees shapes as far as they are known, and never claims more than holds for all they stand for.</summary>
internal abstract class Primitive
{
    /// <summary>The name in rules.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<OperandDeclaration> Operands { get; }

    /// <summary>Whether the result is a shape; otherwise it is a size.</summary>
    public abstract bool YieldsShape { get; }

    /// <summary>The value for operands of the declared kinds, any of which may be unknown; those left out are absent.</summary>
    public abstract Argument Evaluate(RuleContext context, IReadOnlyList<Operand> operands);
}

/// <summary>A primitive whose value is a shape.</summary>
internal abstract class ShapePrimitive : Primitive
{
    public sealed override bool YieldsShape => true;

    public sealed override Argument Evaluate(RuleContext context, IReadOnlyList<Operand> operands) =>
        new TensorArgument(Shape(context, operands));

    protected abstract ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands);
}

/// <summary>A primitive whose value is a size.</summary>
internal abstract class SizePrimitive : Primitive
{
    public sealed override bool YieldsShape => false;

    public sealed override Argument Evaluate(RuleContext context, IReadOnlyList<Operand> operands) =>
        new IntegerArgument(Size(context, operands));

    protected abstract Dimension Size(RuleContext context, IReadOnlyList<Operand> operands);
}
