using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Signatures;

/// <summary>What applying a signature to arguments shows.</summary>
/// <param name="Results">The shape of each result, as precise as the arguments allow; after a mismatch as far as it can be told.</param>
/// <param name="Integer">For an integer result, its value; else null.</param>
/// <param name="Mismatch">The first rule that is broken for certain, or null.</param>
/// <param name="Expansion">How operands were broadcast, when both grew; else null.</param>
/// <param name="Unproved">What could not be shown and is left to the run-time guard, one line each.</param>
internal sealed record CallOutcome(
    IReadOnlyList<ShapeValue> Results,
    Dimension? Integer,
    Mismatch? Mismatch,
    MutualExpansion? Expansion,
    IReadOnlyList<string> Unproved);

/// <summary>A legal broadcast that expands both operands.</summary>
/// <param name="PairsWithItself">Whether a dimension meets itself at another place: <c>(n)</c> with <c>(n, 1)</c> gives <c>(n, n)</c>, the classic loss bug.</param>
/// <param name="Message">One line that stands alone.</param>
internal sealed record MutualExpansion(bool PairsWithItself, string Message);
