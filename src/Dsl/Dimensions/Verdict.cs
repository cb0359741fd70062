namespace TypedTensors.Dimensions;

/// <summary>The three answers to a question about dimensions.</summary>
internal enum Answer
{
    /// <summary>Holds for all sizes that satisfy the facts.</summary>
    Proved,

    /// <summary>Fails for the witness, an assignment of sizes to rigid symbols that satisfies the facts.</summary>
    Refuted,

    /// <summary>Neither could be shown; a run-time guard decides.</summary>
    Unknown,
}

/// <summary>An answer, with the witness when it is a refutation.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Witness">For a refutation, sizes for the rigid symbols involved (empty when both sides are constants); else null.</param>
internal sealed record Verdict(Answer Answer, IReadOnlyDictionary<Symbol, long>? Witness = null)
{
    public static Verdict Proved { get; } = new(Answer.Proved);

    public static Verdict Unknown { get; } = new(Answer.Unknown);

    public static Verdict Refuted(IReadOnlyDictionary<Symbol, long> witness) => new(Answer.Refuted, witness);
}
