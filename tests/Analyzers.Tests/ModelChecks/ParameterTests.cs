using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>TT3002 and TT3003: generated code can implement a parameter, and compute its shape.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("public Tensor<float> {|TT3002:W|} => null!;")]
    [InlineData("public partial Tensor<float> W { get; {|TT3002:set;|} }")]
    [InlineData("public partial Tensor<float> W { get; {|TT3002:private set;|} }")]
    [InlineData("public partial Tensor<float> W { get; {|TT3002:init;|} }")]
    [InlineData("public partial Tensor<float> W { {|TT3002:set;|} }")]
    [InlineData("public {|TT3002:static|} partial Tensor<float> W { get; }")]
    [InlineData("public partial {|TT3002:Tensor<int>|} W { get; }")]
    [InlineData("public partial {|TT3002:Tensor<bool>|} W { get; }")]
    [InlineData("public partial {|TT3002:float[]|} W { get; }")]
    [InlineData("public partial {|TT3002:Tensor<float>?|} W { get; }")]
    [InlineData("public partial Tensor<float> {|TT3002:this|}[int i] { get; }")]
    [InlineData("public partial Tensor<float> W { get; } public partial Tensor<float> {|TT3002:W|} => null!;")]
    [InlineData("public partial Tensor<float> W { get; }")]
    [InlineData("protected virtual partial Tensor<float> W { get; }")]
    public Task Properties(string property) => Verify.WithRuntimeAsync($$"""
        [TensorModel]
        partial class C
        {
            [Parameter(3)] {{property}}
        }
        """);

    [Fact]
    public Task A_property_outside_a_model() => Verify.WithRuntimeAsync("""
        partial class C
        {
            [Parameter(3)] public partial Tensor<float> {|TT3002:W|} { get; }
        }

        [TensorModel] partial class Model { }

        partial class Derived : Model
        {
            [Parameter(3)] public partial Tensor<float> {|TT3002:W|} { get; }
        }
        """);

    [Fact]
    public Task Another_element_type() => Verify.WithRuntimeAsync("""
        [TensorModel]
        partial class C
        {
            [Parameter(3)] public partial Tensor<double> A { get; }
            [Parameter(3)] public partial {|TT3002:Tensor<float>|} B { get; }
            [Parameter(3)] public partial Tensor<double> D { get; }
        }
        """);

    [Theory]
    [InlineData("""Parameter("n, {|TT3003:...b|}")""")]
    [InlineData("""Parameter("{|TT3003:...|}")""")]
    [InlineData("""Parameter("n", "{|TT3003:_|}, {|TT3003:?|}")""")]
    [InlineData("""Parameter("{|TT3003:nothing|}")""")]
    [InlineData("""Parameter("2 * {|TT3003:m|} + n", "{|TT3003:k|}")""")]
    [InlineData("""Parameter({|TT3003:nameof(plain)|})""")]
    [InlineData("""Parameter("{|TT3003:given|}")""")]
    [InlineData("""Parameter("{|TT3003:hidden|}")""")]
    [InlineData("""Parameter("1 + {|TT3003:window(n, 3)|}")""")]
    [InlineData("""Parameter("size({|TT0001:n|}, 0)")""")]
    [InlineData("""Parameter(3, FanIn = "{|TT3003:*|}")""")]
    [InlineData("""Parameter(3, FanIn = "n * {|TT3003:m|}")""")]
    [InlineData("""Parameter(3, FanIn = "n{|TT3003:,|} n")""")]
    [InlineData("""Parameter("n, 2 * n - 1", "n // 2", "max(n, held, Constant)", FanIn = "n % 3")""")]
    [InlineData("""Parameter("even / 2")""")]
    [InlineData("Parameter")]
    public Task Shapes(string attribute) => Verify.WithRuntimeAsync($$"""
        class Base { [Dim] private int hidden => 3; public int Read() => hidden; }

        [TensorModel]
        [Where("even % 2 == 0")]
        partial class C([Dim] int n, int plain, [Dim] int even) : Base
        {
            public C([Dim] int given) : this(given, given, 2) { }
            [Dim] private readonly int held = plain;
            [Dim] private const int Constant = 3;

            [{{attribute}}] public partial Tensor<float> W { get; }
            public int Held => held + Constant;
        }
        """);
}
