namespace TypedTensors.Shapes;

/// <summary>A mistake in a text of the shape language.</summary>
/// <param name="Start">Where it starts, in characters from the start of the text (which item it is in is known by the caller).</param>
/// <param name="Length">How many characters it spans, at least 1 except at the end of the text.</param>
/// <param name="Message">One line that stands alone.</param>
/// <param name="IsUnboundName">Whether the mistake is a name that nothing gives a size, rather than the text's form.</param>
internal sealed record SyntaxProblem(int Start, int Length, string Message, bool IsUnboundName = false);
