namespace TypedTensors.Tests.Nn.Compiled;

/// <summary>Steps of training allocate nothing; counted in a process of its own, because a test host has threads that allocate.</summary>
public class AllocationTests
{
    [Fact]
    public void A_thousand_steps_allocate_nothing_once_both_batch_sizes_have_been_seen()
    {
        string output = AppContext.BaseDirectory.Replace("Nn.Tests", "TrainingProcess", StringComparison.Ordinal);

        CommandLine.Result ran = CommandLine.Dotnet(output, Path.Combine(output, "TypedTensors.TrainingProcess.dll"));

        Assert.True(ran.ExitCode == 0, ran.ToString());
        Assert.Equal(["SGD: 0", "SGD with momentum: 0", "Adam: 0", "AdamW: 0"], ran.Output.ReplaceLineEndings("\n").Trim().Split('\n'));
    }
}
