using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>The shapes of parameters are checked where they are used, as those of every other annotated property.</summary>
public sealed class ModelShapeTests
{
    private const string Mlp = """
        [TensorModel]
        public partial class Mlp([Dim] int hidden)
        {
            public const int In = 28 * 28;

            [Parameter(In, nameof(hidden))] public partial Tensor<float> W1 { get; }
            [Parameter(nameof(hidden))] public partial Tensor<float> B1 { get; }
            [Parameter(nameof(hidden), 10)] public partial Tensor<float> W2 { get; }
        """;

    private const string Methods = """

            [return: Shape("batch, 10")]
            public Tensor<float> Right([Shape("batch", In)] Tensor<float> x) => Relu(x.MatMul(W1) + B1).MatMul(W2);

            public void Wrong([Shape("batch", In)] Tensor<float> x)
            {
                _ = x.{|TT1002:MatMul(W2)|};
                _ = {|TT1001:W2 + B1|};
            }

            [return: Shape("hidden")]
            public Tensor<float> Returned() => {|TT1004:W1|};
        }
        """;

    [Fact]
    public Task In_the_model_itself() => Verify.WithRuntimeAsync(Mlp + Methods);

    [Fact]
    public Task Before_the_generator_has_run() => Verify.WithoutGeneratorAsync(Mlp + Methods);

    [Fact]
    public Task Of_another_assembly()
    {
        CSharpCompilation library = TestCompilation.Generate(TestCompilation.Create(
            [TestCompilation.Parse("using TypedTensors;\n" + Mlp + "\n}", "Library.cs")],
            [TestCompilation.Dsl, TestCompilation.Runtime],
            OutputKind.DynamicallyLinkedLibrary,
            "Library"));
        return Verify.CheckAsync(
            """
            using TypedTensors;
            static class C
            {
                static void M([Shape("n, 784")] Tensor<float> x)
                {
                    Mlp model = new(128);
                    _ = x.MatMul(model.W1) + model.B1;
                    _ = x.{|TT1002:MatMul(model.W2)|};
                    _ = model.Parameters;
                }
            }
            """,
            [],
            [TestCompilation.Dsl, TestCompilation.Runtime, TestCompilation.Emit(library)]);
    }

    [Fact]
    public Task Texts_are_checked_as_in_a_shape() => Verify.WithRuntimeAsync("""
        [TensorModel]
        partial class C([Dim] int n)
        {
            [Parameter("n, {|TT0001:*|}")] public partial Tensor<float> Grammar { get; }
            [Parameter({|TT0002:3L|})] public partial Tensor<float> Kind { get; }
            [Parameter("n"), {|TT0005:Shape("n")|}] public partial Tensor<float> Twice { get; }
            [Parameter("n / {|TT0001:0|}")] public partial Tensor<float> Zero { get; }
        }
        """);
}
