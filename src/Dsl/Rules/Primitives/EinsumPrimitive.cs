using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>einsum(equation, tensors...)</c>: one letter for each dimension. A letter is one size everywhere, 1 expands; a letter twice in
/// one operand takes the diagonal; <c>...</c> stands for dimensions that broadcast.
/// </summary>
internal sealed class EinsumPrimitive : ShapePrimitive
{
    public override string Name => "einsum";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("equation", OperandKind.Text), new("tensors", OperandKind.AnyShapes, Repeats: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        IReadOnlyList<Operand> tensors = OperandLists.Flatten([.. operands.Skip(1)], out bool complete);
        if (operands[0].Value is not TextArgument text || !complete)
        {
            context.LeaveToGuard(EinsumMessages.UnknownEquation());
            return context.UnknownShape();
        }

        if (EinsumEquation.Parse(text.Value, tensors.Count, out string problem) is not EinsumEquation equation)
            return context.Fail(MismatchKind.Value, ValueMessages.Equation(text.Value, problem), [operands[0]]);

        var sizes = new Dictionary<char, (Dimension Size, Operand Source)>();
        ShapeValue ellipsis = ShapeValue.Of();
        for (int i = 0; i < tensors.Count; i++)
        {
            if (Split(context, tensors[i], equation.Inputs[i]) is not (ShapeItem[] labelled, ShapeItem[] rest))
                return context.UnknownShape();
            if (!BindLabels(context, tensors[i], equation.Inputs[i].Labels, labelled, sizes))
                return context.UnknownShape();
            if (!equation.Inputs[i].HasEllipsis)
                continue;
            var own = new ShapeValue(rest);
            Broadcasting broadcast = Broadcasting.Of(context, ellipsis, own);
            if (broadcast.Conflict is var (_, left, right))
                return context.Fail(MismatchKind.Broadcast, EinsumMessages.Ellipsis(tensors[i], own, ellipsis, left, right), [tensors[i]]);
            if (broadcast.IsUnproved)
                context.LeaveToGuard(EinsumMessages.Unproved(tensors[i], context.ShapeOf(tensors[i])));
            ellipsis = broadcast.Result!;
        }

        EinsumTerm output = equation.Output;
        return new ShapeValue([.. output.Before.Select(Item), .. output.HasEllipsis ? ellipsis.Items : [], .. output.After.Select(Item)]);

        ShapeItem Item(char label) => ShapeItem.Of(sizes[label].Size);
    }

    /// <summary>The dimensions that have letters, and those that the ellipsis stands for; null when the number of dimensions does not fit.</summary>
    private static (ShapeItem[] Labelled, ShapeItem[] Ellipsis)? Split(RuleContext context, Operand tensor, EinsumTerm term)
    {
        ShapeValue shape = context.ShapeOf(tensor);
        int before = term.Before.Length, letters = before + term.After.Length;
        bool fits = shape.Rank is int rank ? (term.HasEllipsis ? rank >= letters : rank == letters) : term.HasEllipsis || shape.MinRank <= letters;
        if (!fits)
        {
            context.Fail(MismatchKind.Contraction, EinsumMessages.Rank(tensor, shape, term), [tensor]);
            return null;
        }

        if (shape.Rank is null && !term.HasEllipsis)
        {
            context.LeaveToGuard(EinsumMessages.Unproved(tensor, shape));
            shape = KnownRank.Assume(context, shape, letters);
        }

        ShapeItem[] items = [.. shape.Items];
        if (!term.HasEllipsis)
            return (items, []);
        if (shape.PrefixLength < before || shape.SuffixLength < term.After.Length)
        {
            context.LeaveToGuard(EinsumMessages.Unproved(tensor, shape));
            return ([.. context.FreshSizes(letters)], [context.FreshPack()]);
        }

        int end = items.Length - term.After.Length;
        return ([.. items.Take(before), .. items.Skip(end)], [.. items.Take(end).Skip(before)]);
    }

    private static bool BindLabels(
        RuleContext context, Operand tensor, string labels, ShapeItem[] items, Dictionary<char, (Dimension Size, Operand Source)> sizes)
    {
        var own = new Dictionary<char, Dimension>();
        for (int i = 0; i < labels.Length; i++)
        {
            Dimension size = items[i].Dimension!;
            if (!own.TryGetValue(labels[i], out Dimension? earlier))
            {
                own[labels[i]] = size;
                continue;
            }

            // A diagonal needs equal sizes; nothing expands inside one operand.
            Answer equal = context.Facts.AreEqual(earlier, size).Answer;
            if (equal == Answer.Refuted)
            {
                context.Fail(MismatchKind.Contraction, EinsumMessages.Diagonal(labels[i], tensor, context.ShapeOf(tensor), earlier, size), [tensor]);
                return false;
            }

            if (equal == Answer.Unknown)
                context.LeaveToGuard(EinsumMessages.Unproved(tensor, context.ShapeOf(tensor)));
        }

        foreach (KeyValuePair<char, Dimension> pair in own)
        {
            if (!sizes.TryGetValue(pair.Key, out (Dimension Size, Operand Source) known))
            {
                sizes[pair.Key] = (pair.Value, tensor);
                continue;
            }

            (Pairing pairing, Dimension result) = DimensionPairing.Pair(context, known.Size, pair.Value);
            if (pairing == Pairing.Conflict)
            {
                context.Fail(MismatchKind.Contraction, EinsumMessages.Label(pair.Key, known.Source, known.Size, tensor, pair.Value), [tensor, known.Source]);
                return false;
            }

            if (pairing == Pairing.Unknown)
                context.LeaveToGuard(EinsumMessages.Unproved(tensor, context.ShapeOf(tensor)));
            sizes[pair.Key] = (result, known.Source);
        }

        return true;
    }
}
