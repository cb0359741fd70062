using TypedTensors.Tests.Tutorial.Mapping;

namespace TypedTensors.Tests.Tutorial;

/// <summary>Every case is run or has a counterpart, and the tables of counterparts have no other rows.</summary>
public sealed class MappingTests
{
    [Fact]
    public void EveryRowBelongsToACase() => Assert.All(Counterparts.Rows, row =>
        Assert.True(
            TutorialTests.Cases[row.Case].Expect.GetProperty(row.Kind).TryGetProperty(row.Name, out _),
            $"The row ({row.Case}, {row.Name}) belongs to nothing that the case expects."));

    [Fact]
    public void EverySnippetStandsForACaseWithoutSteps() => Assert.All(Snippets.Cases, id => Assert.False(TutorialTests.Cases[id].IsProgram));

    [Fact]
    public void EveryTableBelongsToACase() =>
        Assert.Equal(TutorialTests.Cases.Values.Where(item => item.Expect.TryGetProperty("table", out _)).Select(item => item.Id).Order(), Tables.Cases.Order());

    /// <summary>A case without a program compares its inputs, or has a snippet, a table or rows for all that it expects.</summary>
    [Fact]
    public void EveryCaseIsRunOrHasACounterpart()
    {
        HashSet<string> mapped = [.. Counterparts.Rows.Select(row => row.Case), .. Snippets.Cases, .. Tables.Cases];
        Assert.Empty(TutorialTests.Cases.Values.Where(item => !item.IsProgram && !item.Json.TryGetProperty("inputs", out _)).Select(item => item.Id).Except(mapped));
    }
}
