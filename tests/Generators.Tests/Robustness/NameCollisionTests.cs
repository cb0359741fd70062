using TypedTensors.Generators.Tests.Compiled;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Robustness;

/// <summary>Whatever users call their types, members and parameters, generated code compiles and computes the same.</summary>
public sealed class NameCollisionTests
{
    [Theory]
    [InlineData("workspace")]
    [InlineData("plan")]
    [InlineData("computed")]
    [InlineData("onTape")]
    [InlineData("accumulate")]
    [InlineData("destination")]
    [InlineData("value")]
    [InlineData("result")]
    [InlineData("cotangent")]
    [InlineData("untracked")]
    [InlineData("destinationTarget")]
    [InlineData("sumShape")]
    [InlineData("multiplyLoop")]
    [InlineData("xLeaf")]
    [InlineData("xGradient")]
    [InlineData("Sum")]
    [InlineData("at")]
    [InlineData("gradients")]
    [InlineData("unused0")]
    [InlineData("@class")]
    [InlineData("_workspace")]
    public void Parameters(string name) => AssertComputes($$"""
        static partial class Functions
        {
            [Differentiable]
            [return: Shape("")]
            public static Tensor<float> Scalar([Shape("n")] Tensor<float> x, [Shape("n")] Tensor<float> {{name}}, float factor) => Ops.Sum({{name}} * x * factor);

            [Differentiable]
            [return: Shape("n")]
            public static Tensor<float> Vector([Shape("n")] Tensor<float> x, [Shape("n")] Tensor<float> {{name}}) => {{name}} * x;

            [Differentiable]
            [return: Shape("n")]
            public static Tensor<float> Number([Shape("n")] Tensor<float> x, float {{name}}) => x * {{name}};
        }

        static class Program
        {
            public static string Run()
            {
                var (x, y) = (Check.Sequence(3), Check.Sequence(3) * 2f);
                Check.Same("scalar", Functions.Scalar(x, y, 3f).Item(), Functions.ScalarCompiled(x, y, 3f));
                Check.Same("gradient", x * 3f, Functions.ScalarAndGradients(x, y, 3f).Item3);
                Functions.ScalarAndGradients(x, y, 3f, Tensor.Zeros<float>(3), Tensor.Zeros<float>(3));
                Check.Same("vector", x * y, Functions.VectorCompiled(x, y));
                Check.Same("product", y * y, Functions.VectorVjp(x, y, y).Item2);
                Functions.VectorVjp(x, y, y, Tensor.Zeros<float>(3), Tensor.Zeros<float>(3), Tensor.Zeros<float>(3));
                Check.Same("number", x * 2f, Functions.NumberCompiled(x, 2f));
                Functions.NumberVjp(x, 2f, x, Tensor.Zeros<float>(3), Tensor.Zeros<float>(3));
                return Check.Differences;
            }
        }
        """);

    [Theory]
    [InlineData("Shape")]
    [InlineData("Slot")]
    [InlineData("Window")]
    [InlineData("Tensor")]
    [InlineData("Workspace")]
    [InlineData("CompiledCode")]
    [InlineData("CallPlan")]
    [InlineData("FusedLoop")]
    [InlineData("MultiplyFunction")]
    [InlineData("Ops")]
    public void Types_around(string name) => AssertComputes($$"""
        namespace User
        {
            class {{name}};

            {{Function("Functions", "")}}
        }

        namespace User.Inner.{{name}}
        {
            {{Function("Others", "")}}
        }

        {{Program("User.Functions", "User.Inner." + name + ".Others")}}
        """);

    [Theory]
    [InlineData("SquareContract")]
    [InlineData("SquareCompiledOnTape")]
    [InlineData("SquareCompiledPlan")]
    [InlineData("PlanSquareCompiled")]
    [InlineData("RunSquareCompiled")]
    [InlineData("_squareCompiledPool")]
    [InlineData("_squareAndGradientsPool")]
    [InlineData("MultiplyKernel")]
    [InlineData("Shape")]
    [InlineData("Slot")]
    [InlineData("CompiledCode")]
    [InlineData("SumOperation")]
    [InlineData("System")]
    [InlineData("TypedTensors")]
    public void Members(string name) => AssertComputes($$"""
        {{Function("Functions", $"public const int {name} = 3;")}}

        {{Function("Others", $"public static int {name}(int x) => x;")}}

        {{Program("Functions", "Others")}}
        """);

    private static string Function(string type, string member) => $$"""
        static partial class {{type}}
            {
                {{member}}

                [Differentiable]
                [return: global::TypedTensors.Shape("")]
                public static global::TypedTensors.Tensor<float> Square([global::TypedTensors.Shape("n")] global::TypedTensors.Tensor<float> x) => global::TypedTensors.Ops.Sum(x * x, default(global::System.ReadOnlySpan<int>));
            }
        """;

    private static string Program(params string[] types) => $$"""
        static class Program
        {
            public static string Run()
            {
                var x = Check.Sequence(3);
                {{string.Concat(types.Select(type => $"""
                    Check.Same("value", {type}.Square(x).Item(), {type}.SquareCompiled(x));
                            Check.Same("gradient", x * 2f, {type}.SquareAndGradients(x).XGradient);
                            {type}.SquareAndGradients(x, Tensor.Zeros<float>(3));

                    """))}}
                return Check.Differences;
            }
        }
        """;

    private static void AssertComputes(string source) => Assert.Equal("", GeneratorHarness.Run(source, CompiledSources.Comparison).Compiles().RunProgram<string>());
}
