using System.Globalization;
using System.Text.Json;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Mapping;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Checks;

/// <summary>Compares what a program has left under its names with what a case expects, and counts the comparisons.</summary>
/// <param name="case">The case.</param>
/// <param name="names">The names after the last step.</param>
internal sealed class Expectations(TutorialCase @case, Names names)
{
    private static readonly HashSet<string> Known = ["outputs", "grads", "props", "scalars", "random", "shares_storage", "relations", "table", "repr", "error"];

    private readonly Comparison _comparison = @case.Json.TryGetProperty("tol", out _) ? Comparison.For(@case.Json) : new(1e-5, 1e-6);

    /// <summary>How many comparisons have been made.</summary>
    public int Count { get; private set; }

    /// <summary>Checks everything that does not depend on how the program ended.</summary>
    public void CheckAll()
    {
        Assert.All(@case.Expect.EnumerateObject(), expectation => Assert.Contains(expectation.Name, Known));
        Each("outputs", Output);
        Each("grads", Gradient);
        Each("props", Properties);
        Each("scalars", Scalar);
        Each("random", (name, json) => RandomCheck.Check(json, names.Elements(name), name));
        Each("repr", Text);
        foreach (JsonElement pair in List("shares_storage"))
            SharesStorage(pair[0].GetString()!, pair[1].GetString()!);
        foreach (JsonElement relation in List("relations"))
            Relation(relation);
        if (@case.Expect.TryGetProperty("table", out JsonElement table))
            Table(table);
    }

    /// <summary>Checks the results that there are before an error.</summary>
    public void CheckOutputs() => Each("outputs", Output);

    private void Each(string kind, Action<string, JsonElement> check)
    {
        if (!@case.Expect.TryGetProperty(kind, out JsonElement expectations))
            return;
        foreach (JsonProperty expectation in expectations.EnumerateObject())
        {
            check(expectation.Name, expectation.Value);
            Count++;
        }
    }

    private IEnumerable<JsonElement> List(string kind) => @case.Expect.TryGetProperty(kind, out JsonElement list) ? list.EnumerateArray() : [];

    private void Output(string name, JsonElement json)
    {
        Assert.True(!json.TryGetProperty("container", out _) || names[name] is HostArray, $"{name} is no array");
        (Tensor expected, Tensor actual) = (RecordedTensor.Read(json), names.Elements(name));
        bool upToSign = json.TryGetProperty("compare", out JsonElement compare) && compare.GetString() == "abs";
        _comparison.Equal(upToSign ? Absolute(expected) : expected, upToSign ? Absolute(actual) : actual, name);
    }

    private static Tensor Absolute(Tensor tensor) => OperationNames.Find("abs")(new Step([tensor], default))[0];

    private void Gradient(string name, JsonElement json)
    {
        Tensor? gradient = names.Operand(name).Grad;
        if (json.ValueKind == JsonValueKind.Null)
            Assert.True(gradient is null || IsZero(gradient), $"a gradient arrives at {name}");
        else if (gradient is null)
            Assert.True(IsZero(RecordedTensor.Read(json)), $"no gradient arrives at {name}");
        else
            _comparison.Equal(RecordedTensor.Read(json), gradient, $"the gradient of {name}");
    }

    private static bool IsZero(Tensor tensor) => ElementTypes.Convert<double>(tensor).ToArray().All(value => value == 0);

    private void Properties(string name, JsonElement json)
    {
        TensorProperties actual = names.Properties(name);
        foreach (JsonProperty property in json.EnumerateObject())
            PropertyCheck.Check(property, actual, $"{name}.{property.Name}");
    }

    private void Scalar(string name, JsonElement json)
    {
        object? value = names.Has(name) ? names[name] : Counterparts.ScalarOf(@case.Id, name).Here!(names);
        if (json.ValueKind == JsonValueKind.Number)
            Assert.Equal(json.GetDouble(), Convert.ToDouble(value, CultureInfo.InvariantCulture));
        else if (json.ValueKind == JsonValueKind.Array)
            Assert.Equal(json.EnumerateArray().Select(item => item.GetInt32()), Assert.IsType<int[]>(value));
        else
            Assert.Equal(json.ToString(), value?.ToString());
    }

    private void Text(string expression, JsonElement json)
    {
        Counterpart? counterpart = Counterparts.TextOf(@case.Id, expression);
        if (counterpart is { Here: null })
            return;
        Names then = counterpart?.After is { } steps ? @case.RunSteps(steps) : names;
        string expected = counterpart?.Text ?? PythonText.Here(json.GetString()!);
        Assert.Equal(expected, PythonText.Print(counterpart is null ? PythonText.Evaluate(expression, names) : counterpart.Here!(then)));
    }

    private void SharesStorage(string first, string second)
    {
        Count++;
        Tensor Memory(string name) => names[name] is HostArray array ? array.Share() : names.Tensor(name);
        Assert.True(Operand.Of(Memory(first)).SharesStorageWith(Memory(second)), $"{first} and {second} do not share their storage");
    }

    private void Relation(JsonElement relation)
    {
        Count++;
        double factor = relation.TryGetProperty("factor", out JsonElement number) ? number.GetDouble() : 1;
        double[] Values(string side) => ElementTypes.Convert<double>(names.Elements(relation.GetProperty(side).GetString()!)).ToArray();
        bool areEqual = Values("a").SequenceEqual(Values("b").Select(value => value * factor));
        Assert.Equal(relation.GetProperty("kind").GetString() != "different", areEqual);
    }

    private void Table(JsonElement table)
    {
        Count++;
        Tables.Of(@case.Id)(table);
    }
}
