namespace TypedTensors.Tests.Tutorial;

/// <summary>Every cell of PyTorch's first tutorials gives here what it gives there.</summary>
[Collection(nameof(TutorialCase))]
public sealed class TutorialTests
{
    internal static IReadOnlyDictionary<string, TutorialCase> Cases { get; } =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.json").SelectMany(TutorialCase.ReadFile).ToDictionary(item => item.Id);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AgreesWithPyTorch(string id) => Cases[id].Run();
}
