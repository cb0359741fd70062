using System.Text.Json;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Checks;
using TypedTensors.Tests.Tutorial.Mapping;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial;

/// <summary>One case: runs its program, and compares everything that it expects. <c>docs/contributing.md</c> says how to add one.</summary>
/// <param name="json">The case.</param>
internal sealed class TutorialCase(JsonElement json)
{
    public string Id { get; } = json.GetProperty("id").GetString()!;

    public JsonElement Json => json;

    public JsonElement Expect => json.GetProperty("expect");

    /// <summary>Whether there is a program; the others are tables and snippets, of which <see cref="Mapping"/> says what they are here.</summary>
    public bool IsProgram => json.TryGetProperty("steps", out JsonElement steps) && steps.GetArrayLength() > 0;

    private JsonElement[] Steps => json.TryGetProperty("steps", out JsonElement steps) ? [.. steps.EnumerateArray()] : [];

    public static IEnumerable<TutorialCase> ReadFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(item => new TutorialCase(item))];
    }

    public void Run()
    {
        if (Expect.TryGetProperty("error", out JsonElement error))
        {
            ExpectError(error);
            return;
        }

        Names names = RunSteps(Steps.Length);
        Snippets.Find(Id)?.Invoke(names);
        if (json.TryGetProperty("cotangents", out JsonElement cotangents))
            RunBackward(cotangents, names);
        Expectations expectations = new(this, names);
        expectations.CheckAll();
        Assert.True(expectations.Count > 0, $"The case {Id} expects nothing.");
    }

    /// <summary>The names after the first steps.</summary>
    public Names RunSteps(int count)
    {
        Interpreter interpreter = new(ReadInputs(), rebinds: true);
        foreach (JsonElement step in Steps[..count])
            interpreter.RunStep(step);
        return interpreter.Names;
    }

    private Names ReadInputs()
    {
        Names names = new();
        if (json.TryGetProperty("inputs", out JsonElement inputs))
        {
            foreach (JsonProperty input in inputs.EnumerateObject())
                names[input.Name] = ReadInput(input.Value);
        }

        return names;
    }

    private static Tensor ReadInput(JsonElement input)
    {
        Tensor tensor = input.TryGetProperty("fill", out JsonElement fill) ? Filled(fill.GetString()!, input) : RecordedTensor.Read(input);
        if (input.TryGetProperty("requires_grad", out JsonElement requiresGrad) && requiresGrad.GetBoolean())
            Operand.Of(tensor).RequireGrad();
        return tensor;
    }

    private static Tensor Filled(string fill, JsonElement input)
    {
        int[] shape = [.. input.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        Tensor<double> elements = fill switch
        {
            "rand" => Tensor.Rand<double>(shape),
            "randn" => Tensor.Randn<double>(shape),
            "zeros" => Tensor.Zeros<double>(shape),
            _ => throw new InvalidDataException($"A tensor cannot be filled with {fill}."),
        };
        return ElementTypes.Convert(elements, input.GetProperty("dtype").GetString()!);
    }

    // The loss is a sum over outputs; its gradient is the sum of theirs, which leaves accumulate.
    private static void RunBackward(JsonElement cotangents, Names names)
    {
        foreach (JsonProperty cotangent in cotangents.EnumerateObject())
        {
            if (names.Operand(cotangent.Name).RequiresGrad)
                names.Operand(cotangent.Name).Backward(RecordedTensor.Read(cotangent.Value), retainGraph: true);
        }
    }

    private void ExpectError(JsonElement error)
    {
        string kind = error.GetProperty("kind").GetString()!;
        int failing = error.GetProperty("step").GetInt32();
        Interpreter interpreter = new(ReadInputs(), rebinds: false);
        (int step, Exception? exception) = RunUntilError(interpreter);
        Assert.True(exception is not null, $"{kind}: there is no error");
        Assert.True(step == failing || (step < failing && ExpectedErrors.MayComeEarlier(kind)), $"{kind}: the error is in step {step}, not in step {failing}: {exception.Message}");
        if (ExpectedErrors.IsOfElementTypes(kind))
        {
            Assert.True(exception is NotSupportedException, $"{kind}: there is such an operation, and it says: {exception.Message}");
            CompilerRefusals.Check(kind, Steps[step].GetProperty("op").GetString()!, [.. Steps[step].GetProperty("in").EnumerateArray().Select(name => interpreter.Names.Tensor(name.GetString()!).ElementType)]);
        }
        else
        {
            ExpectedErrors.Check(error, exception);
        }

        new Expectations(this, interpreter.Names).CheckOutputs();
    }

    private (int Step, Exception? Exception) RunUntilError(Interpreter interpreter)
    {
        foreach ((int i, JsonElement step) in Steps.Index())
        {
            try
            {
                interpreter.RunStep(step);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
            {
                return (i, exception);
            }
        }

        return (Steps.Length, null);
    }
}
