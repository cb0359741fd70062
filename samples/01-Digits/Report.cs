using System.Globalization;
using Spectre.Console;

namespace TypedTensors.Samples.Digits;

/// <summary>What the user sees: plain lines where the output is not a terminal.</summary>
internal sealed class Report
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    });

    /// <summary>Says one thing, on a line of its own.</summary>
    public void Line(string text) => _console.Profile.Out.Writer.WriteLine(text);

    /// <summary>Shows a progress bar while a task runs; the task is given what moves the bar on by one step.</summary>
    public void Progress(string title, int steps, Action<Action> task)
    {
        if (!_console.Profile.Capabilities.Interactive)
        {
            task(() => { });
            return;
        }

        _console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(context =>
        {
            ProgressTask bar = context.AddTask(title, maxValue: steps);
            task(() => bar.Increment(1));
        });
    }

    /// <summary>Shows what each epoch brought.</summary>
    public void Epochs(IEnumerable<EpochResult> epochs)
    {
        Table table = new();
        table.AddColumns(
            new TableColumn("epoch").RightAligned(), new TableColumn("loss").RightAligned(),
            new TableColumn("train accuracy").RightAligned(), new TableColumn("test accuracy").RightAligned());
        table.Border = _console.Profile.Capabilities.Unicode ? TableBorder.Rounded : TableBorder.Ascii;
        foreach (EpochResult epoch in epochs)
        {
            table.AddRow(
                epoch.Number.ToString(CultureInfo.InvariantCulture), epoch.Loss.ToString("0.0000", CultureInfo.InvariantCulture),
                Percent(epoch.TrainAccuracy), Percent(epoch.TestAccuracy));
        }

        _console.Write(table);
    }

    /// <summary>A share as the report writes it, such as <c>90.6 %</c>.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}

/// <summary>What one pass through the training part brought.</summary>
/// <param name="Number">The epoch, from 1.</param>
/// <param name="Loss">The mean loss of its steps.</param>
/// <param name="TrainAccuracy">The share of the training part that is read right after it.</param>
/// <param name="TestAccuracy">The share of the test part that is read right after it.</param>
internal readonly record struct EpochResult(int Number, double Loss, double TrainAccuracy, double TestAccuracy);
