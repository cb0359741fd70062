namespace TypedTensors.Tests.Compiled;

/// <content>Expressions with masks.</content>
internal sealed partial class Expressions
{
    private Candidate Masked()
    {
        Operand a = Pick();
        (string condition, Func<int, Tensor<bool>> evaluate) = Comparison();
        if (masks.Count > 0 && random.Next(3) > 0)
        {
            Mask mask = masks[random.Next(masks.Count)];
            (condition, evaluate) = (mask.Text, at => mask.Values[at]);
        }

        Number c = factor is not null && random.Next(2) == 0 ? factor : Literal();
        return random.Next(2) == 0
            ? new($"{a.Text}.MaskedFill({condition}, {c.Text})", at => Ops.MaskedFill(a.Values[at], evaluate(at), c.Value))
            : new($"Ops.MaskedFill(value: {c.Text}, x: {a.Text}, mask: {condition})", at => Ops.MaskedFill(a.Values[at], evaluate(at), c.Value));
    }
}
