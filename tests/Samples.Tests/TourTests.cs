using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedTensors.Tests.Samples;

/// <summary>What the tour of the tutorials writes, which is run once as a whole.</summary>
public partial class TourTests(TourTests.Whole whole) : IClassFixture<TourTests.Whole>
{
    private static readonly string[] Chapters =
    [
        "creating", "types", "arithmetic", "indexing", "shapes", "joining", "products", "reductions", "random", "memory", "gradients",
        "descent", "networks", "images", "loading", "devices",
    ];

    [Fact]
    public void Every_cell_prints_what_is_expected_of_it()
    {
        Assert.Equal((0, ""), (whole.Result.ExitCode, whole.Result.Error));
        Assert.Null(VerifiedFile.Difference(BesideThis("TourTests"), ".txt", whole.Output));
    }

    [Fact]
    public void A_chapter_alone_prints_its_part_of_the_tour()
    {
        IEnumerable<string> parts = Chapters.Select(chapter => Output(Run(chapter)));

        Assert.Equal(whole.Output, string.Join('\n', parts));
    }

    [Fact]
    public void Chapters_come_in_the_order_of_the_tour() => Assert.Equal(Output(Run("shapes", "memory")), Output(Run("memory", "shapes")));

    [Fact]
    public void A_name_of_no_chapter_gives_one_sentence() =>
        Assert.Equal((2, $"there is no chapter shape; there are {string.Join(", ", Chapters)}.", ""), Trimmed(Run("shape")));

    [Fact]
    public void The_page_of_the_sample_lists_every_chapter()
    {
        string page = File.ReadAllText(Repository.PathTo("samples", "04-Tour", "README.md"));
        Assert.Equal(Chapters, RowPattern().Matches(page).Select(row => row.Groups[1].Value));
    }

    private static SampleProcess.Result Run(params string[] chapters) => SampleProcess.Run("tour.dll", AppContext.BaseDirectory, chapters);

    private static string Output(SampleProcess.Result result) => result.Output.ReplaceLineEndings("\n");

    private static (int ExitCode, string Error, string Output) Trimmed(SampleProcess.Result result) =>
        (result.ExitCode, result.Error.TrimEnd(), result.Output);

    private static string BesideThis(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);

    [GeneratedRegex(@"^\| `(\w+)` \| ", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    /// <summary>All chapters.</summary>
    public sealed class Whole
    {
        internal SampleProcess.Result Result { get; } = Run();

        internal string Output => TourTests.Output(Result);
    }
}
