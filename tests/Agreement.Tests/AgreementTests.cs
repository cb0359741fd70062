using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace TypedTensors.Tests.Agreement;

public sealed partial class AgreementTests(ITestOutputHelper output)
{
    private const int BatchSize = 250;

    /// <summary>
    /// The first reported statement is the one that throws, with the same message; no report means that nothing throws; and
    /// the shape that the analyzers know of every tensor is exactly the one that the kernel wrote.
    /// </summary>
    [Fact]
    public async Task TheAnalyzersAndTheRuntimeAgree()
    {
        int count = MassTests.Count(5000);
        ProgramGenerator generator = new(MassTests.Seed);
        List<string> disagreements = [];
        int throwing = 0;
        int statements = 0;
        for (int done = 0; done < count; done += BatchSize)
        {
            GeneratedProgram[] programs = [.. Enumerable.Range(0, Math.Min(BatchSize, count - done)).Select(_ => generator.Next())];
            ProgramBatch batch = new(programs);
            IReadOnlyList<StaticVerdict> statically = await batch.AnalyzeAsync();
            IReadOnlyList<DynamicVerdict> dynamically = batch.Execute();
            for (int i = 0; i < programs.Length; i++)
            {
                disagreements.AddRange(Compare(programs[i], statically[i], dynamically[i]).Select(what => $"{what}\n{programs[i]}\n"));
                throwing += programs[i].Throws ? 1 : 0;
                statements += programs[i].Statements.Count;
            }
        }

        disagreements.AddRange(generator.Contradictions);
        output.WriteLine($"{count} programs of {statements} statements, {throwing} of them throw, seed {MassTests.Seed}, {disagreements.Count} disagreements");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements, the first:\n{string.Join("\n", disagreements.Take(8))}");
        Assert.InRange(throwing, count / 10, count * 9 / 10);
    }

    private static IEnumerable<string> Compare(GeneratedProgram program, StaticVerdict statically, DynamicVerdict dynamically)
    {
        int? throws = dynamically.Exception is null ? null : dynamically.Shapes.Count;
        if (dynamically.Exception is not (null or ShapeException))
            yield return $"t{throws} throws {dynamically.Exception}";
        if (throws != statically.FirstReported)
            yield return $"reported: {Describe(statically.FirstReported)} ({statically.Message}), throws: {Describe(throws)} ({dynamically.Exception?.Message})";
        else if (throws is not null && Plain(statically.Message!) != Plain(dynamically.Exception!.Message))
            yield return $"t{throws} is reported as\n  {statically.Message}\nand throws\n  {dynamically.Exception.Message}";
        if (!dynamically.Shapes.SequenceEqual(program.Shapes))
            yield return "the compiled program computes other shapes than the generated one";
        foreach (int statement in statically.RightAssertionsReported)
            yield return $"t{statement} has shape {program.Shapes[statement]}, which the analyzers refuse";
        foreach (int statement in statically.WrongAssertionsAccepted)
            yield return $"the analyzers do not know the shape of t{statement}, {program.Shapes[statement]}";
    }

    private static string Describe(int? statement) => statement is null ? "nothing" : $"t{statement}";

    /// <summary>A compile-time message without what only the source knows: the operands' texts and the hint that uses them.</summary>
    private static string Plain(string message) => Hint().Replace(OperandText().Replace(message, ""), "");

    [GeneratedRegex(" '[^']*'")]
    private static partial Regex OperandText();

    [GeneratedRegex("; did you mean .*$")]
    private static partial Regex Hint();
}
