using Microsoft.CodeAnalysis;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Compiled;

/// <summary>What is written for methods, as the files beside this one show; it compiles under every setting and computes what the methods compute.</summary>
public sealed class CompiledOutputTests
{
    public static TheoryData<NullableContextOptions> NullableContexts => [NullableContextOptions.Enable, NullableContextOptions.Disable];

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void A_perceptron(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.Perceptron, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
        string source = generated.Sources["Models.Mlp.Compiled.g.cs"];
        Assert.Contains("FusedEpilogue<AddReluKernel, float>", source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void Sub_models_and_tied_weights(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.SubModels, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void A_function_with_windows(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.Rosenbrock, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void Functions_of_three_arguments(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.Activations, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void Operations_with_two_results(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.TwoResults, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void Operations_of_users(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.UserOperations, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    [Theory]
    [MemberData(nameof(NullableContexts))]
    public void Products_with_cotangents(NullableContextOptions nullable)
    {
        Generated generated = Run(CompiledSources.Products, nullable);
        Golden.Matches(generated);
        AssertComputes(generated);
    }

    /// <summary>A project without implicit usings and without unsafe code; a source that knows no nullable annotations has no <c>!</c> and <c>?</c> either.</summary>
    private static Generated Run(string source, NullableContextOptions nullable)
    {
        string program = nullable == NullableContextOptions.Enable ? source : source.Replace(".Grad!", ".Grad", StringComparison.Ordinal);
        return GeneratorHarness.Run(new ProjectSettings(nullable), program, CompiledSources.Comparison);
    }

    private static void AssertComputes(Generated generated) => Assert.Equal("", generated.Compiles().RunProgram<string>());
}
