using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>Runs one case of a case file and compares everything that it expects. The format is in <c>tests/Recordings/README.md</c>.</summary>
/// <param name="json">The case.</param>
public sealed class RecordedCase(JsonElement json)
{
    private readonly Dictionary<string, Tensor> _names = [];

    /// <summary>The case's identifier.</summary>
    public string Id { get; } = json.GetProperty("id").GetString()!;

    /// <summary>Reads a case file.</summary>
    public static IEnumerable<RecordedCase> ReadFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(item => new RecordedCase(item))];
    }

    /// <summary>Runs the case.</summary>
    public void Run()
    {
        foreach (JsonProperty input in json.GetProperty("inputs").EnumerateObject())
            _names[input.Name] = ReadInput(input.Value);

        JsonElement expect = json.GetProperty("expect");
        if (expect.TryGetProperty("error", out JsonElement error))
        {
            ExpectRefusal(error);
            return;
        }

        foreach (JsonElement step in json.GetProperty("steps").EnumerateArray())
            RunStep(step);
        if (json.TryGetProperty("cotangents", out JsonElement cotangents))
            RunBackward(cotangents);

        Comparison comparison = Comparison.For(json);
        foreach (JsonProperty output in expect.GetProperty("outputs").EnumerateObject())
            comparison.Equal(RecordedTensor.Read(output.Value), _names[output.Name], $"{Id}: {output.Name}");
        if (!expect.TryGetProperty("grads", out JsonElement gradients))
            return;
        foreach (JsonProperty gradient in gradients.EnumerateObject())
        {
            Tensor<float>? actual = ((Tensor<float>)_names[gradient.Name]).Grad;
            if (gradient.Value.ValueKind == JsonValueKind.Null)
                Assert.True(actual is null || actual.ToArray().All(value => value == 0), $"{Id}: a gradient arrives at {gradient.Name}");
            else
                comparison.Equal(RecordedTensor.Read(gradient.Value), actual, $"{Id}: gradient of {gradient.Name}");
        }
    }

    /// <summary>Reads an input, which may require a gradient.</summary>
    public static Tensor ReadInput(JsonElement input)
    {
        Tensor tensor = RecordedTensor.Read(input);
        if (!input.TryGetProperty("requires_grad", out JsonElement requiresGrad) || !requiresGrad.GetBoolean())
            return tensor;
        return tensor is Tensor<double> numbers ? numbers.RequireGrad() : ((Tensor<float>)tensor).RequireGrad();
    }

    private void RunStep(JsonElement step)
    {
        Tensor?[] arguments = [.. step.GetProperty("in").EnumerateArray().Select(name => name.GetString() is { } text ? _names[text] : null)];
        step.TryGetProperty("attrs", out JsonElement attributes);
        Tensor[] results = OperationNames.Find(step.GetProperty("op").GetString()!)(new Step(arguments, attributes));
        foreach ((JsonElement name, Tensor result) in step.GetProperty("out").EnumerateArray().Zip(results))
            _names[name.GetString()!] = result;
    }

    // The loss is a sum over outputs; its gradient is the sum of theirs, which leaves accumulate.
    private void RunBackward(JsonElement cotangents)
    {
        foreach (JsonProperty cotangent in cotangents.EnumerateObject())
        {
            var output = (Tensor<float>)_names[cotangent.Name];
            if (output.RequiresGrad)
                output.Backward((Tensor<float>)RecordedTensor.Read(cotangent.Value), retainGraph: true);
        }
    }

    private void ExpectRefusal(JsonElement error)
    {
        int failing = error.TryGetProperty("step", out JsonElement number) ? number.GetInt32() : 0;
        JsonElement[] steps = [.. json.GetProperty("steps").EnumerateArray()];
        foreach (JsonElement step in steps[..failing])
            RunStep(step);
        var refusal = Assert.ThrowsAny<ArgumentException>(() => RunStep(steps[failing]));
        foreach (string property in (string[])["sizes", "inner"])
        {
            if (!error.TryGetProperty(property, out JsonElement sizes))
                continue;
            foreach (JsonElement size in sizes.EnumerateArray())
                Assert.Contains(size.GetInt32().ToString(), refusal.Message, StringComparison.Ordinal);
        }
    }
}
