using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>What is compared here with a text or a value of a case that is not the name of a tensor.</summary>
/// <param name="Code">The C# code that stands for PyTorch's, or why there is none.</param>
/// <param name="Here">Its value; null when there is nothing to compare.</param>
internal sealed record Counterpart(string Code, Func<Names, object?>? Here)
{
    /// <summary>The text here, where it differs from PyTorch's by more than names and notation.</summary>
    public string? Text { get; init; }

    /// <summary>After how many steps the code runs; null for after all of them.</summary>
    public int? After { get; init; }
}
