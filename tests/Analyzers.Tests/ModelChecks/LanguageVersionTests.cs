using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>TT3005: a language version that is too low is said once.</summary>
public sealed class LanguageVersionTests
{
    private const string Marked = """
        static class Free
        {
            [Compiled] public static Tensor<float> {|TT3005:F|}(Tensor<float> x) => x;
            [Compiled] public static T G<T>(T x) => x;
        }

        [TensorModel]
        class Model
        {
            [Parameter("nothing")] public Tensor<float>? W { get; }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public Task Below_14_at_the_first_that_asks(LanguageVersion version) => Verify.InVersionAsync(version, Marked);

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Default)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public Task From_14_nowhere(LanguageVersion version) => Verify.InVersionAsync(version, "[TensorModel] partial class C { }");

    [Fact]
    public Task Not_in_a_project_that_asks_for_nothing() => Verify.InVersionAsync(LanguageVersion.CSharp12, "class C { Tensor<float>? W { get; } }");
}
