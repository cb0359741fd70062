namespace TypedTensors.Tests.Compiled;

/// <summary>Calls a compiled member with arguments of other shapes: it does what the tape does, or names the declaration that is broken.</summary>
internal sealed class ShapeErrors(CompiledProgram program, OnTape tape, Member compiled, Random random)
{
    public void Run()
    {
        object[] right = program.Arguments(0);
        Tensor<double>[] before = compiled.Fresh(right);
        for (int i = 0; i < right.Length; i++)
        {
            if (!program.Parameters[i].IsDifferentiated)
                continue;
            Tensor<double> argument = (Tensor<double>)right[i];
            bool addsDimension = argument.Rank == 0 || random.Next(2) == 0;
            object[] wrong = [.. right];
            wrong[i] = addsDimension ? Ops.Unsqueeze(argument, 0) : Ops.Cat([argument, argument], random.Next(argument.Rank));
            bool isBroken = addsDimension && program.Parameters[i].Shape is { } shape && !shape.Contains("...");
            Compare(program.Parameters[i].Name, wrong, isBroken);
            Tensor<double>[] after = compiled.Fresh(right);
            for (int j = 0; j < before.Length; j++)
                Close("after an error", after[j], before[j], 0);
        }
    }

    private void Compare(string parameter, object[] arguments, bool isBroken)
    {
        (Tensor<double>[]? expected, Exception? error) = Try(() => tape.Value(arguments));
        (Tensor<double>[]? actual, Exception? refusal) = Try(() => compiled.Fresh(arguments));
        if (refusal is ShapeException && refusal.Message.StartsWith(program.Name + ": ", StringComparison.Ordinal))
        {
            Assert.True(program.Parameters.Any(static declared => declared.Shape is not null), $"no shape is declared, but: {refusal.Message}");
            return;
        }

        Assert.False(isBroken, $"the declaration of {parameter} is broken, but: {refusal?.Message ?? "nothing is thrown"}");
        Assert.True(error?.GetType() == refusal?.GetType(), $"with another shape of {parameter} the tape: {error}\nbut compiled: {refusal}");
        for (int i = 0; i < (expected?.Length ?? 0); i++)
            Close($"with another shape of {parameter}", actual![i], expected![i], 1e-12);
    }

    public static void Close(string what, Tensor<double> actual, Tensor<double> expected, double tolerance)
    {
        Assert.True(actual.Shape == expected.Shape, $"{what}: shape {actual.Shape} instead of {expected.Shape}");
        (double[] left, double[] right) = (actual.ToArray(), expected.ToArray());
        double scale = 1 + right.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max();
        for (int i = 0; i < left.Length; i++)
            Assert.True(left[i].Equals(right[i]) || Math.Abs(left[i] - right[i]) <= tolerance * scale, $"{what}: element {i} is {left[i]} instead of {right[i]}");
    }

    private static (Tensor<double>[]? Result, Exception? Error) Try(Func<Tensor<double>[]> call)
    {
        try
        {
            return (call(), null);
        }
        catch (Exception exception)
        {
            return (null, exception);
        }
    }
}
