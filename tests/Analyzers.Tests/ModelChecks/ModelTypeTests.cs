using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>TT3001: the class of a model can carry generated code.</summary>
public sealed class ModelTypeTests
{
    [Theory]
    [InlineData("[TensorModel] class {|TT3001:C|} { }")]
    [InlineData("[TensorModel] static partial class {|TT3001:C|} { }")]
    [InlineData("[TensorModel] partial class {|TT3001:C|}<T> { }")]
    [InlineData("[TensorModel] partial record {|TT3001:C|} { }")]
    [InlineData("[TensorModel] file partial class {|TT3001:C|} { }")]
    [InlineData("class Outer { [TensorModel] partial class {|TT3001:C|} { } }")]
    [InlineData("partial class Outer<T> { [TensorModel] partial class {|TT3001:C|} { } }")]
    [InlineData("[TensorModel] partial class C { public int {|TT3001:Parameters|} => 3; }")]
    [InlineData("class A { protected int Parameters; } [TensorModel] partial class {|TT3001:C|} : A { }")]
    [InlineData("[TensorModel] partial class {|TT3001:Parameters|} { }")]
    [InlineData("[TensorModel] partial class C { } [TensorModel] partial class {|TT3001:D|} : C { }")]
    public Task What_cannot(string source) => Verify.WithRuntimeAsync(source);

    [Fact]
    public Task What_can() => Verify.WithRuntimeAsync("""
        [TensorModel] abstract partial class Abstract { }
        [TensorModel] sealed partial class Sealed : Plain { }
        class Plain { private int Parameters => 3; public int Read() => Parameters; }
        class Derived : Abstract { }
        static partial class A { partial struct B { partial record C { [TensorModel] private partial class Nested { } } } }
        """);

    [Fact]
    public Task Properties_of_a_class_that_cannot_give_no_second_mistake() => Verify.WithRuntimeAsync("""
        [TensorModel]
        partial class {|TT3001:C|}<T>
        {
            [Parameter(3)] public partial Tensor<float> W { get; }
        }
        """);
}
