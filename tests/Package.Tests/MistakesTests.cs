using System.Text.Json;

namespace TypedTensors.Tests;

/// <summary>The sample of classic mistakes: building it gives exactly its diagnostics, and the formatter fixes what has a fix.</summary>
public sealed class MistakesTests
{
    private static readonly string Sample = Repository.PathTo("samples", "02-Mistakes");

    [Fact]
    public void BuildingGivesExactlyTheDiagnostics()
    {
        string log = Path.Combine(Path.GetTempPath(), $"mistakes-{Guid.NewGuid():N}.sarif");
        CommandLine.Result built = CommandLine.Dotnet(Sample, "build", "Mistakes.csproj", $"-p:MistakesLog={log}");

        Assert.NotEqual(0, built.ExitCode);
        Assert.True(File.Exists(log), built.ToString());
        Assert.Equal(
            [
                "BroadcastProduct.cs(13,27-42) error TT1001: Multiply: shapes do not broadcast: left 'table' (rows, 4) and right 'weights' (5) differ in the last dimension, 4 against 5; see BroadcastProduct.cs(12,30-54), BroadcastProduct.cs(11,28-58)",
                "BroadcastSum.cs(12,27-38) error TT1001: Add: shapes do not broadcast: left 'table' (3, 4) and right 'row' (5) differ in the last dimension, 4 against 5; see BroadcastSum.cs(11,26-40), BroadcastSum.cs(10,28-45)",
                "CellsThatFail.cs(12,27-32) error TT1001: Add: shapes do not broadcast: left 'x' (5) and right 'z' (3, 4) differ in the last dimension, 5 against 4; see CellsThatFail.cs(11,24-95), CellsThatFail.cs(10,24-58)",
                "CellsThatFail.cs(13,27-32) error TT1001: Multiply: shapes do not broadcast: left 'z' (3, 4) and right 'x' (5) differ in the last dimension, 4 against 5; see CellsThatFail.cs(10,24-58), CellsThatFail.cs(11,24-95)",
                "LossOfEveryPair.cs(12,21-40) warning TT1006: Subtract: n is paired with itself: left 'prediction' (n) and right 'target' (n, 1) give (n, n); see LossOfEveryPair.cs(10,65-75), LossOfEveryPair.cs(10,107-113)",
                "WrongArgument.cs(14,45-51) error TT1003: Scores: images 'images' (32, 28, 28) does not match (batch, 784): it has 3 dimensions, not 2; see WrongArgument.cs(13,29-53)",
                "WrongInnerSizes.cs(13,18-33) error TT1002: MatMul: inner dimensions differ: left 'h' (batch, hidden) ends in hidden, right 'weights' (10, hidden) begins with 10; did you mean h.MatMul(weights.T)?; see WrongInnerSizes.cs(10,116-123), WrongInnerSizes.cs(12,17-24)",
                "WrongReturn.cs(13,16-30) error TT1004: Energy: the returned value 'squares.Sum(0)' (d) does not match (batch): dimension 0 is d, not batch; see WrongReturn.cs(13,24-30), WrongReturn.cs(10,33-39)",
            ],
            Read(log));
        File.Delete(log);
    }

    [Fact]
    public void TheFormatterTransposesTheOperand()
    {
        // As deep below the root as the sample itself, so that its references hold; the folder is not tracked.
        string copy = Repository.PathTo("artifacts", $"mistakes-{Guid.NewGuid():N}");
        Copy(Sample, copy);
        try
        {
            CommandLine.Result built = CommandLine.Dotnet(copy, "build", "Mistakes.csproj");
            Assert.Contains("TT1002", built.Output, StringComparison.Ordinal);

            CommandLine.Result formatted = CommandLine.Dotnet(copy, "format", "analyzers", "Mistakes.csproj", "--no-restore", "--diagnostics", "TT1002", "--severity", "error");

            string before = File.ReadAllText(Path.Combine(Sample, "WrongInnerSizes.cs"));
            string after = File.ReadAllText(Path.Combine(copy, "WrongInnerSizes.cs"));
            Assert.True(after == before.Replace("h.MatMul(weights)", "h.MatMul(weights.T)", StringComparison.Ordinal), formatted + after);
            Assert.NotEqual(before, after);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>One line for each result of a SARIF log, in the order of files and lines.</summary>
    private static IEnumerable<string> Read(string log)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(log));
        List<string> lines = [];
        foreach (JsonElement result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            string related = result.TryGetProperty("relatedLocations", out JsonElement locations)
                ? "; see " + string.Join(", ", locations.EnumerateArray().Select(Place))
                : "";
            lines.Add($"{Place(result.GetProperty("locations")[0])} {result.GetProperty("level")} {result.GetProperty("ruleId")}: {result.GetProperty("message").GetProperty("text")}{related}");
        }

        return lines.Order(StringComparer.Ordinal);
    }

    private static string Place(JsonElement location)
    {
        JsonElement physical = location.GetProperty("physicalLocation");
        JsonElement region = physical.GetProperty("region");
        string file = physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!.Split('/')[^1];
        return $"{file}({region.GetProperty("startLine")},{region.GetProperty("startColumn")}-{region.GetProperty("endColumn")})";
    }
}
