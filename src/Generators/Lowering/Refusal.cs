using Microsoft.CodeAnalysis;

namespace TypedTensors.Generators.Lowering;

/// <summary>Why a method gets no generated code.</summary>
/// <param name="Id">The diagnostic that explains it.</param>
/// <param name="Message">Its message, one line that stands alone.</param>
/// <param name="Location">The place at fault; null when an analyzer of its own reports the mistake.</param>
internal sealed record Refusal(string Id, string Message, Location? Location);

/// <summary>Ends the lowering of a method that gets no generated code. It is caught where lowering began and never leaves the compiler.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
