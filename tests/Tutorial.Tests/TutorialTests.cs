namespace TypedTensors.Tests.Tutorial;

/// <summary>Every cell of PyTorch's first tutorials gives here what it gives there.</summary>
[Collection(nameof(TutorialCase))]
public sealed class TutorialTests
{
    internal static IReadOnlyDictionary<string, TutorialCase> Cases { get; } =
        TutorialCase.ReadFile(Path.Combine(AppContext.BaseDirectory, "Cases", "tutorial-cases.json")).ToDictionary(item => item.Id);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AgreesWithPyTorch(string id) => Cases[id].Run();
}
