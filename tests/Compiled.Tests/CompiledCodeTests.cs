using Xunit.Abstractions;

namespace TypedTensors.Tests.Compiled;

/// <summary>Generated code computes what the method computes and its derivative: random programs in double precision.</summary>
public sealed class CompiledCodeTests(ITestOutputHelper output)
{
    private const int BatchSize = 50;

    /// <summary>
    /// Values are those of the method, gradients those of the tape, and these the central differences: for several sizes on the same members, for
    /// arguments of any strides, fresh results, destinations, destinations that are arguments, and sums of gradients; other shapes are refused.
    /// </summary>
    [Fact]
    public void Compiled_code_the_tape_and_central_differences_agree()
    {
        int count = MassTests.Count(1000);
        ProgramGenerator generator = new(MassTests.Seed);
        List<string> failures = [];
        int calls = 0;
        for (int done = 0; done < count; done += BatchSize)
        {
            CompiledProgram[] programs = [.. Enumerable.Range(0, Math.Min(BatchSize, count - done)).Select(_ => generator.Next())];
            ProgramBatch batch = new([.. programs.Select(static program => program.Source)]);
            for (int i = 0; i < programs.Length; i++)
            {
                calls += programs[i].Source.Contains("Part") ? 1 : 0;
                try
                {
                    new ProgramChecks(batch.Type, programs[i], MassTests.Seed + done + i).Run();
                }
                catch (Exception failure)
                {
                    failures.Add($"{failure.Message}\n{programs[i].Source}\n{failure.StackTrace}\n{batch.GeneratedFor(programs[i].Name)}\n");
                }
            }
        }

        output.WriteLine($"{count} programs, {calls} of them call other methods, seed {MassTests.Seed}, {failures.Count} failures");
        foreach (string failure in failures)
            output.WriteLine(failure);
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} programs fail, seed {MassTests.Seed}, the first:\n{failures.FirstOrDefault()}");
    }
}
