using TypedTensors.Dimensions;

namespace TypedTensors.Rules;

/// <summary>How two dimensions meet under broadcasting.</summary>
internal enum Pairing
{
    Same,

    /// <summary>The left one is 1 and takes the size of the right one.</summary>
    LeftExpands,

    /// <summary>The right one is 1 and takes the size of the left one.</summary>
    RightExpands,

    /// <summary>They differ, and neither is 1.</summary>
    Conflict,

    Unknown,
}

/// <summary>The broadcasting rule for one pair of dimensions. A name is never assumed to be 1.</summary>
internal static class DimensionPairing
{
    public static (Pairing Pairing, Dimension Result) Pair(RuleContext context, Dimension left, Dimension right)
    {
        Verdict equal = context.Facts.AreEqual(left, right);
        if (equal.Answer == Answer.Proved)
            return (Pairing.Same, left);
        if (IsOne(context, left))
            return (Pairing.LeftExpands, right);
        if (IsOne(context, right))
            return (Pairing.RightExpands, left);
        if (equal.Answer == Answer.Refuted)
            return (Pairing.Conflict, context.FreshSize());

        // Whatever is paired with a constant other than 1 must be 1 or that constant.
        if (left.IsConstant(out _))
            return (Pairing.Unknown, left);
        return (Pairing.Unknown, right.IsConstant(out _) ? right : context.FreshSize());
    }

    public static bool IsOne(RuleContext context, Dimension dimension) =>
        context.Facts.AreEqual(dimension, Dimension.One).Answer == Answer.Proved;
}
