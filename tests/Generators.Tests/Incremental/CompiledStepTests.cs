using Microsoft.CodeAnalysis;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Incremental;

/// <summary>An edit of a method writes again what includes that method, and nothing else.</summary>
public sealed class CompiledStepTests
{
    private const string Source = """
        [TensorModel]
        partial class Layer
        {
            [Parameter("4, 4")] public partial Tensor<float> W { get; }

            [Compiled]
            [return: Shape("batch, 4")]
            public Tensor<float> Forward([Shape("batch, 4")] Tensor<float> x) => Ops.Relu(x.MatMul(W));
        }

        [TensorModel]
        partial class Net
        {
            public Layer First { get; } = new();

            [Differentiable]
            [return: Shape("")]
            public Tensor<float> Loss([Shape("batch, 4")] Tensor<float> x) => Ops.Sum(First.Forward(x));
        }

        static partial class Functions
        {
            [Differentiable]
            [return: Shape("")]
            public static Tensor<float> Square([Shape("n")] Tensor<float> x)
            {
                var y = x * x;
                return Ops.Sum(y);
            }

            public static int Other(int x) => x + 1;
        }
        """;

    private static readonly string[] Steps = [ModelGenerator.Steps.Compiled, ModelGenerator.Steps.Differentiable];

    [Fact]
    public void The_same_project_again_writes_nothing() => AssertWritten(Source);

    [Theory]
    [InlineData("x + 1", "x + 2")]
    [InlineData("static partial class Functions", "// A comment.\n\nstatic partial class Functions")]
    [InlineData("[TensorModel]\npartial class Net", "class Unrelated;\n\n[TensorModel]\npartial class Net")]
    [InlineData("    [Differentiable]\n    [return: Shape(\"\")]\n    public static", "    // Moved.\n\n    [Differentiable]\n    [return: Shape(\"\")]\n    public static")]
    public void An_edit_outside_of_methods_that_are_compiled_writes_nothing(string old, string edited) => AssertWritten(Edit(old, edited));

    [Fact]
    public void An_edit_of_another_file_writes_nothing()
    {
        Generated after = GeneratorHarness.RunTwice([Source, "class A;"], 1, "class B;").After;
        Assert.Empty(Modified(after));
        Assert.All(after.OutputReasons(), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("x * x", "x * x * x")]
    [InlineData("var y", "var square")]
    [InlineData("Shape(\"n\")", "Shape(\"7\")")]
    public void An_edit_of_a_method_writes_its_type(string old, string edited) =>
        AssertWritten(Edit(old, edited).Replace("Sum(y)", edited == "var square" ? "Sum(square)" : "Sum(y)", StringComparison.Ordinal), "Functions");

    [Fact]
    public void An_edit_of_a_method_writes_the_types_that_include_it() => AssertWritten(Edit("Relu", "Tanh"), "Layer", "Net");

    [Fact]
    public void An_edit_of_a_body_leaves_the_model_alone()
    {
        (Generated before, Generated after) = GeneratorHarness.RunTwice(Source, Edit("Relu", "Tanh"));
        Assert.Equal(before.Sources["Layer.Model.g.cs"], after.Sources["Layer.Model.g.cs"]);
        Assert.All(
            after.Step(ModelGenerator.Steps.Models),
            static output => Assert.True(output.Reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void Specifications_hold_plain_values()
    {
        object[] values = [.. Steps.SelectMany(GeneratorHarness.Run(Source).Step).Select(static output => output.Value)];
        Assert.Equal(3, values.Length);
        Assert.All(values, ObjectGraph.HoldsPlainValues);
    }

    private static string Edit(string old, string edited)
    {
        string result = Source.Replace(old, edited, StringComparison.Ordinal);
        Assert.NotEqual(Source, result);
        return result;
    }

    /// <summary>Asserts by steps, outputs and texts which types are written again.</summary>
    private static void AssertWritten(string edited, params string[] types)
    {
        (Generated before, Generated after) = GeneratorHarness.RunTwice(Source, edited);
        Assert.Equal(types, Modified(after));
        Assert.Equal(types.Length, after.OutputReasons().Count(static reason => reason != IncrementalStepRunReason.Cached));
        Assert.Equal(
            types.Select(static type => type + ".Compiled.g.cs"),
            after.Sources.Where(source => before.Sources[source.Key] != source.Value).Select(static source => source.Key).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Modified(Generated generated) => Steps
        .SelectMany(generated.Step)
        .Where(static output => output.Reason is not (IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached))
        .Select(static output => ((Ir.CompiledTypeSpec)output.Value).Type.FileName)
        .Order(StringComparer.Ordinal);
}
