using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>matmul(a, b)</c>: the matrix product for all ranks. A vector on the left is a row and on the right a column whose
/// dimension is removed again; the dimensions before the last two broadcast.
/// </summary>
internal sealed class MatMulPrimitive : ShapePrimitive
{
    public override string Name => "matmul";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("left", OperandKind.AnyShape), new("right", OperandKind.AnyShape)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand left = operands[0], right = operands[1];
        ShapeValue a = context.ShapeOf(left), b = context.ShapeOf(right);
        foreach ((Operand operand, ShapeValue shape) in new[] { (left, a), (right, b) })
        {
            if (shape.Rank == 0)
                return context.Fail(MismatchKind.Contraction, MatMulMessages.Scalar(operand), [operand]);
        }

        CheckContraction(context, left, a, right, b);
        return context.Mismatch is null ? Result(context, left, a, right, b) : context.UnknownShape();
    }

    private static void CheckContraction(RuleContext context, Operand left, ShapeValue a, Operand right, ShapeValue b)
    {
        if (a.SuffixLength == 0 || Contracted(b) is not Dimension rightSize)
        {
            context.LeaveToGuard(MatMulMessages.Unproved(left, a, right, b));
            return;
        }

        Dimension leftSize = a[a.Items.Count - 1];
        switch (context.Facts.AreEqual(leftSize, rightSize).Answer)
        {
            case Answer.Refuted:
                Suggestion? suggestion = Transposition(context, left, a, leftSize, right, b, rightSize);
                string message = MatMulMessages.InnerDimensions(context.Operation, left, a, leftSize, right, b, rightSize, suggestion);
                context.Fail(MismatchKind.Contraction, message, [right, left], suggestion);
                break;
            case Answer.Unknown:
                context.LeaveToGuard(MatMulMessages.Unproved(left, a, right, b));
                break;
        }
    }

    /// <summary>The dimension of the right operand that is summed over: the last but one, or the only one of a vector.</summary>
    private static Dimension? Contracted(ShapeValue right)
    {
        if (right.Rank == 1)
            return right[0];
        return right.SuffixLength >= 2 ? right[right.Items.Count - 2] : null;
    }

    private static Suggestion? Transposition(
        RuleContext context, Operand left, ShapeValue a, Dimension leftSize, Operand right, ShapeValue b, Dimension rightSize)
    {
        if (b.SuffixLength >= 2 && AreEqual(b[b.Items.Count - 1], leftSize))
            return MatMulMessages.Transpose(right);
        return a.SuffixLength >= 2 && AreEqual(a[a.Items.Count - 2], rightSize) ? MatMulMessages.Transpose(left) : null;

        bool AreEqual(Dimension one, Dimension other) => context.Facts.AreEqual(one, other).Answer == Answer.Proved;
    }

    private static ShapeValue Result(RuleContext context, Operand left, ShapeValue a, Operand right, ShapeValue b)
    {
        // A vector or a matrix on the right changes the last dimension of the left operand alone, whatever its rank is.
        if (b.Rank is 1 or 2 && a.SuffixLength >= 1)
            return new ShapeValue([.. WithoutLast(a, 1), .. b.Items.Skip(1)]);
        if (b.Rank is 1 or 2)
            return new ShapeValue(b.Rank == 1 ? [context.FreshPack()] : [context.FreshPack(), b.Items[1]]);
        if (a.Rank == 1 && b.SuffixLength >= 2)
            return new ShapeValue([.. WithoutLast(b, 2), b.Items[b.Items.Count - 1]]);
        if (a.SuffixLength < 2 || b.SuffixLength < 2)
        {
            context.LeaveToGuard(MatMulMessages.Unproved(left, a, right, b));
            return context.UnknownShape();
        }

        Operand leftBatch = Batch(left, a), rightBatch = Batch(right, b);
        Broadcasting batch = Broadcasting.Of(context, leftBatch.Shape!, rightBatch.Shape!);
        if (batch.Conflict is var (place, leftSize, rightSize))
        {
            string message = MatMulMessages.BatchDimensions(left, a, right, b, place + 2, leftSize, rightSize);
            return context.Fail(MismatchKind.Broadcast, message, [right, left]);
        }

        if (batch.IsUnproved)
            context.LeaveToGuard(BroadcastMessages.Unproved(leftBatch, leftBatch.Shape!, rightBatch, rightBatch.Shape!));
        return new ShapeValue([.. batch.Result!.Items, a.Items[a.Items.Count - 2], b.Items[b.Items.Count - 1]]);
    }

    private static Operand Batch(Operand operand, ShapeValue shape) =>
        operand with { Value = new TensorArgument(new ShapeValue([.. WithoutLast(shape, 2)]), operand.Value.Text) };

    private static IEnumerable<ShapeItem> WithoutLast(ShapeValue shape, int count) => shape.Items.Take(shape.Items.Count - count);
}
