using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>TT3004: the sub-models of a model stay the same, and have its element type.</summary>
public sealed class SubModelTests
{
    private const string Parts = """
        using System.Collections.Generic;

        [TensorModel] partial class Part { [Parameter(3)] public partial Tensor<float> W { get; } }
        [TensorModel] partial class DoublePart { [Parameter(3)] public partial Tensor<double> W { get; } }
        class Derived : Part { }
        """;

    [Theory]
    [InlineData("public Part {|TT3004:A|} { get; set; } = new();")]
    [InlineData("public Part {|TT3004:A|} { get; private set; } = new();")]
    [InlineData("private Part {|TT3004:_a|} = new(); public Part A => _a;")]
    [InlineData("public Derived? {|TT3004:A|} { get; set; }")]
    [InlineData("public Part[] {|TT3004:A|} { get; set; } = [];")]
    [InlineData("public IReadOnlyList<Part> {|TT3004:A|} { get; set; } = [];")]
    [InlineData("public ITensorModel<float>? {|TT3004:A|} { get; set; }")]
    [InlineData("public DoublePart {|TT3004:A|} { get; } = new();")]
    [InlineData("public ITensorModel<double>? {|TT3004:A|} { get; }")]
    [InlineData("public List<DoublePart> {|TT3004:A|} { get; } = [];")]
    [InlineData("public Part A { get; init; } = new();")]
    [InlineData("public Part A { get; } = new(); public C? Self { get; }")]
    [InlineData("private readonly List<Part> _a = []; public Part A => _a[0];")]
    [InlineData("public static Part A { get; set; } = new();")]
    public Task Members(string member) => Verify.WithRuntimeAsync(Parts + $$"""

        [TensorModel]
        partial class C
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
            {{member}}
        }
        """);

    [Fact]
    public Task The_first_sub_model_gives_the_element_type_of_a_model_without_parameters() => Verify.WithRuntimeAsync(
        "[TensorModel] partial class A { [Parameter(3)] public partial Tensor<double> W { get; } }\n"
        + "[TensorModel] partial class B { [Parameter(3)] public partial Tensor<float> W { get; } }\n"
        + "[TensorModel] partial class C { public A First { get; } = new(); public B {|TT3004:Second|} { get; } = new(); }");

    [Fact]
    public Task A_parameter_of_the_constructor_that_is_kept_by_using_it() => Verify.WithRuntimeAsync("""
        [TensorModel] partial class Part { [Parameter(3)] public partial Tensor<float> W { get; } }

        [TensorModel]
        partial class C(Part held, Part captured)
        {
            public Part Held { get; } = held;
            public Tensor<float> W => {|TT3004:captured|}.W;
        }

        class NoModel(Part captured)
        {
            public Tensor<float> W => captured.W;
        }
        """);
}
