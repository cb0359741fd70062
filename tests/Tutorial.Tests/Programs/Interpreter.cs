using System.Text.Json;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Vocabulary;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>Runs the steps of a case over a table of names.</summary>
/// <param name="names">The table.</param>
/// <param name="rebinds">
/// Whether a change in place of what the tape has computed, which is refused here, is written as C# code writes it: a new tensor under the old name. A case that
/// expects an error is run to the letter instead.
/// </param>
internal sealed class Interpreter(Names names, bool rebinds)
{
    public Names Names => names;

    public bool Rebinds => rebinds;

    public void Run(JsonElement steps)
    {
        foreach (JsonElement step in steps.EnumerateArray())
            RunStep(step);
    }

    public void RunStep(JsonElement step)
    {
        string name = step.GetProperty("op").GetString()!;
        string?[] arguments = step.TryGetProperty("in", out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString())] : [];
        string[] results = step.TryGetProperty("out", out JsonElement targets) ? [.. targets.EnumerateArray().Select(item => item.GetString()!)] : [];
        step.TryGetProperty("attrs", out JsonElement attributes);

        if (StateNames.Table.TryGetValue(name, out Action<StateStep>? action))
        {
            step.TryGetProperty("body", out JsonElement body);
            action(new StateStep(this, arguments, results, attributes, body));
            return;
        }

        Tensor[] values = OperationVocabulary.Find(name)(new Step([.. arguments.Select(argument => argument is null ? null : names.Tensor(argument))], attributes));
        if (values.Length != results.Length)
            throw new InvalidDataException($"The operation '{name}' has {values.Length} results, and there are {results.Length} names for them.");
        foreach ((string target, Tensor value) in results.Zip(values))
            names[target] = value;
    }
}
