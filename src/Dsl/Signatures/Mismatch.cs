namespace TypedTensors.Signatures;

/// <summary>What kind of rule was broken. The analyzers map each kind to a diagnostic, and know operations by nothing else.</summary>
internal enum MismatchKind
{
    /// <summary>Shapes cannot be broadcast together.</summary>
    Broadcast,

    /// <summary>The contracted dimensions of a product differ, or an operand has too few dimensions for one.</summary>
    Contraction,

    /// <summary>An argument does not have the declared shape, or a <c>[Where]</c> fact does not hold for the arguments.</summary>
    Argument,

    /// <summary>A returned value does not have the declared shape.</summary>
    Result,

    /// <summary>The number of elements changes where it must not.</summary>
    ElementCount,

    /// <summary>An axis is out of range, repeated, or missing from a permutation.</summary>
    Axis,

    /// <summary>Tensors that are joined differ in a dimension that must agree.</summary>
    Join,

    /// <summary>An index or a slice lies outside its dimension.</summary>
    Index,

    /// <summary>An argument has a value that the operation cannot take (an empty list, a reduction over nothing, a bad equation).</summary>
    Value,
}

/// <summary>A rule that is broken for certain.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Message">One line that stands alone: the operation, the argument, both shapes, the offending dimension, and a hint where there is one. Compile time and run time share it.</param>
/// <param name="Arguments">The indices of the arguments at fault, the offending one first; empty for a returned value.</param>
/// <param name="Suggestion">A replacement that would make the call fit, or null.</param>
internal sealed record Mismatch(MismatchKind Kind, string Message, IReadOnlyList<int> Arguments, Suggestion? Suggestion = null);

/// <summary>A replacement of one argument that would make a call fit.</summary>
/// <param name="Argument">The index of the argument to replace.</param>
/// <param name="Format">The replacement, <c>{0}</c> standing for the argument's text: <c>{0}.T</c>.</param>
internal sealed record Suggestion(int Argument, string Format);
