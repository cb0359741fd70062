namespace TypedTensors.Tests.RecordedCases;

/// <summary>Every operation of linear algebra gives the values and gradients that PyTorch gave, and refuses what PyTorch refused.</summary>
public sealed class RecordedOperationTests
{
    private static readonly Dictionary<string, RecordedCase> Cases =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recorded"), "*.json").SelectMany(RecordedCase.ReadFile).ToDictionary(item => item.Id);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AgreesWithPyTorch(string id) => Cases[id].Run();
}
