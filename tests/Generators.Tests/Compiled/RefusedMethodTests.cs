using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Compiled;

/// <summary>A method with a mistake keeps its signatures, so that nothing else breaks; calls of them do not build.</summary>
public sealed class RefusedMethodTests
{
    private const string Source = """
        [TensorModel]
        partial class Net([Dim] int n)
        {
            [Parameter("4, n")] public partial Tensor<float> W { get; }

            [Compiled]
            public Tensor<float> Wrong([Shape("batch, 5")] Tensor<float> x) => x.MatMul(W);

            [Differentiable]
            [return: Shape("")]
            public Tensor<float> WrongLoss([Shape("batch, 5")] Tensor<float> x) => Ops.Sum(Wrong(x));

            [Compiled]
            [return: Shape("batch, n")]
            public Tensor<float> Right([Shape("batch, 4")] Tensor<float> x) => x.MatMul(W);
        }

        [TensorModel]
        partial class Other
        {
            [Parameter("4, 4")] public partial Tensor<float> W { get; }

            [Compiled]
            [return: Shape("batch, 4")]
            public Tensor<float> Forward([Shape("batch, 4")] Tensor<float> x) => x.MatMul(W);
        }

        """;

    [Fact]
    public void A_mistake_in_shapes() => Golden.Matches(GeneratorHarness.Run(Source).Compiles());

    [Fact]
    public void A_call_does_not_build_and_names_the_diagnostic()
    {
        Generated generated = GeneratorHarness.Run(Source + "static class Program { public static void Run() => new Net(3).WrongCompiled(Tensor.Ones<float>(2, 5)); }");
        Diagnostic complaint = Assert.Single(generated.Complaints);
        Assert.Equal("CS0619", complaint.Id);
        Assert.Equal("'Net.WrongCompiled(Tensor<float>)' is obsolete: 'Wrong cannot be compiled, see TT1002'", complaint.GetMessage());
    }

    /// <summary>The analyzers say once that the language is too old; nothing else is added to it.</summary>
    [Fact]
    public void In_an_older_language_calls_build() => GeneratorHarness.Run(new ProjectSettings(Version: LanguageVersion.CSharp13), """
        static class Program
        {
            public static object Run() => new Net(3).RightCompiled(Tensor.Ones<float>(2, 4));
        }

        """ + Source).Compiles();

    [Fact]
    public void A_call_at_run_time_throws_and_names_the_diagnostic() => Assert.Equal("Wrong cannot be compiled, see TT1002", GeneratorHarness.Run(Source + """
        static class Program
        {
            public static string Run()
            {
                try
                {
                    typeof(Net).GetMethod("WrongCompiled", new[] { typeof(Tensor<float>) })!.Invoke(new Net(3), new object[] { Tensor.Ones<float>(2, 5) });
                    return "";
                }
                catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is System.NotSupportedException refused)
                {
                    return refused.Message;
                }
            }
        }
        """).Compiles().RunProgram<string>());

    [Fact]
    public void Other_methods_and_models_keep_their_code() => Assert.Equal("(2, 3) (2, 4)", GeneratorHarness.Run(Source + """
        static class Program
        {
            public static string Run() => $"{new Net(3).RightCompiled(Tensor.Ones<float>(2, 4)).Shape} {new Other().ForwardCompiled(Tensor.Ones<float>(2, 4)).Shape}";
        }
        """).Compiles().RunProgram<string>());

    /// <summary>What was written for a model does not depend on mistakes elsewhere.</summary>
    [Theory]
    [InlineData("x.MatMul(W);\n\n    [Differentiable]", "x.MatMul(Nothing)[;\n\n    [Differentiable]")]
    [InlineData("[Parameter(\"4, n\")]", "[Parameter(\"4, ?\")]")]
    [InlineData("Ops.Sum(Wrong(x))", "throw null!")]
    public void A_mistake_changes_no_other_type(string old, string mistake)
    {
        string edited = Source.Replace(old, mistake, StringComparison.Ordinal);
        Assert.NotEqual(Source, edited);
        Generated before = GeneratorHarness.Run(Source);
        Generated after = GeneratorHarness.Run(edited);
        foreach (string file in (string[])["Other.Model.g.cs", "Other.Compiled.g.cs"])
            Assert.Equal(before.Sources[file], after.Sources[file]);
    }
}
