using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Models;

/// <summary>
/// A mistake in a model leaves no property unimplemented, because the compiler's complaint about that would hide what the analyzers say, and
/// it breaks no other model.
/// </summary>
public sealed class BrokenModelTests
{
    [Fact]
    public void One_broken_parameter_throws_and_the_others_work() => Golden.Matches(GeneratorHarness.Run("""
        [TensorModel]
        partial class Net
        {
            [Parameter(3)] public partial Tensor<float> Good { get; }
            [Parameter("nothing")] public partial Tensor<float> Unknown { get; }
            [Parameter("*")] public partial Tensor<float> Grammar { get; }
            [Parameter(3)] public partial Tensor<float>? Null { get; }
            [Parameter(3)] public partial string Text { get; }
            [Parameter(3)] public partial Tensor<double> Other { get; private set; }
            [Parameter(3)] public static partial Tensor<float> Shared { get; }
            [Parameter(3)] public partial Tensor<float> this[int index, params string[] names] { get; }
            [Parameter(4)] public partial Tensor<float> Last { get; }
        }
        """).Compiles());

    [Fact]
    public void A_class_that_cannot_be_a_model_gets_its_properties_alone() => Golden.Matches(GeneratorHarness.Run("""
        [TensorModel]
        partial class Generic<T>
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
        }

        [TensorModel]
        partial record Record
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
        }

        [TensorModel]
        partial class Named
        {
            public int Parameters => 3;
            [Parameter(3)] public partial Tensor<float> W { get; }
        }
        """).Compiles());

    [Fact]
    public void Parameters_outside_a_model() => Golden.Matches(GeneratorHarness.Run("""
        partial struct NoModel
        {
            [Parameter(3)] public partial Tensor<float> A { get; set; }
            [Parameter(3)] public partial Tensor<float> B { get; }
        }
        """).Compiles());

    [Fact]
    public void A_broken_sub_model_does_not_break_the_model() => Golden.Matches(GeneratorHarness.Run("""
        [TensorModel]
        partial record Broken
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
        }

        [TensorModel]
        partial class Double
        {
            [Parameter(3)] public partial Tensor<double> W { get; }
        }

        [TensorModel]
        partial class Net
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
            public Broken A { get; } = new();
            public Double B { get; } = new();
        }
        """).Compiles());

    [Theory]
    [InlineData("[TensorModel] class C { }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public Tensor<float>? W { get; } }")]
    [InlineData("[TensorModel, TensorModel] partial class C { }")]
    [InlineData("[TensorModel] partial class C { } [TensorModel] partial class C { }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] [Parameter(4)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Tensor<float> W { get; } public partial Tensor<float> W => null!; }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Tensor<float> W { get; } [Parameter(3)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Unknown W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(nameof(x))] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(FanIn = null)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(null)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Tensor<float> { get; } }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Tensor<float> W => null!; }")]
    [InlineData("[TensorModel] partial class C { [Parameter(3)] public partial Tensor<float> W")]
    [InlineData("[TensorModel] partial class C { public C Next { get; } public C[] Others { get; } }")]
    [InlineData("[TensorModel] partial class C : C { public A X { get; } } [TensorModel] partial class A : B { public C Y { get; } } class B : A { }")]
    [InlineData("[TensorModel] partial class { }")]
    [InlineData("[TensorModel] partial class net { } [TensorModel] partial class Net { } [TensorModel] partial class Net<T> { } [TensorModel] partial record Net { }")]
    [InlineData("[TensorModel] file partial class C { [Parameter(3)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial struct S { [Parameter(3)] public partial Tensor<float> W { get; } }")]
    [InlineData("[TensorModel] partial class Zeiche\\u0301n { }")]
    public void Whatever_is_typed_the_generator_does_not_fail(string source)
    {
        Generated generated = GeneratorHarness.Run(source);
        Assert.Null(generated.Run.Results.Single().Exception);
        Assert.Empty(generated.Run.Diagnostics);
    }

    [Fact]
    public void A_language_without_partial_properties_gets_nothing() => Assert.Empty(
        GeneratorHarness.Run(new ProjectSettings(Version: LanguageVersion.CSharp12), "[TensorModel] partial class C { }").Sources);

    [Fact]
    public void A_language_without_the_operators_of_tensors_gets_what_it_can_compile() => GeneratorHarness.Run(
        new ProjectSettings(Version: LanguageVersion.CSharp13),
        "[TensorModel] partial class C([Dim] int n) { [Parameter(3, nameof(n))] public partial Tensor<float> W { get; } }").Compiles();
}
