using Microsoft.CodeAnalysis;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Incremental;

/// <summary>An edit writes again what it changes, and keeps nothing of the compiler alive.</summary>
public sealed class ModelStepTests
{
    private const string Source = """
        [TensorModel]
        partial class Net([Dim] int n)
        {
            [Parameter("n, n + 1", InitialValue = 0.5)] public partial Tensor<float> W { get; }
            [Parameter("?")] public partial Tensor<float> Broken { get; }
            public Other Child { get; } = new();
            public int Twice(int x) => 2 * x;
        }

        [TensorModel]
        partial class Other
        {
            [Parameter(5)] public partial Tensor<float> W { get; }
        }

        partial class NoModel
        {
            [Parameter(5)] public partial Tensor<float> W { get; }
        }
        """;

    [Fact]
    public void The_same_project_again_writes_nothing() => AssertAll(IncrementalStepRunReason.Cached, Source);

    [Theory]
    [InlineData("2 * x", "x + x")]
    [InlineData("Twice", "Double")]
    [InlineData("n + 1", "1 + n")]
    [InlineData("[TensorModel]", "// A comment.\n\n[TensorModel]")]
    public void An_edit_that_changes_no_model_writes_nothing(string old, string edited) =>
        AssertAll(IncrementalStepRunReason.Cached, Source.Replace(old, edited, StringComparison.Ordinal));

    [Theory]
    [InlineData("Parameter(5)] public partial Tensor<float> W { get; }\n}\n\npartial", "Parameter(6)] public partial Tensor<float> W { get; }\n}\n\npartial")]
    [InlineData("n + 1", "n + 2")]
    [InlineData("0.5", "0.25")]
    public void An_edit_of_one_model_writes_that_one(string old, string edited)
    {
        (Generated _, Generated after) = GeneratorHarness.RunTwice(Source, Source.Replace(old, edited, StringComparison.Ordinal));
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached],
            after.OutputReasons().Order());
    }

    [Fact]
    public void Specifications_hold_plain_values()
    {
        Generated generated = GeneratorHarness.Run(Source);
        object[] values = [.. generated.Step(ModelGenerator.Steps.Models).Concat(generated.Step(ModelGenerator.Steps.ParametersOutsideModels)).Select(static output => output.Value)];
        Assert.Equal(3, values.Length);
        Assert.All(values, ObjectGraph.HoldsPlainValues);
    }

    private static void AssertAll(IncrementalStepRunReason reason, string edited)
    {
        (Generated before, Generated after) = GeneratorHarness.RunTwice(Source, edited);
        Assert.Equal(3, before.Sources.Count);
        Assert.Equal(before.Sources, after.Sources);
        Assert.All(after.OutputReasons(), actual => Assert.Equal(reason, actual));
        Assert.All(
            after.Step(ModelGenerator.Steps.Models).Concat(after.Step(ModelGenerator.Steps.ParametersOutsideModels)),
            static output => Assert.True(output.Reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
    }
}
