using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>The runtime's own operations, in their usual forms, through the real declarations.</summary>
public sealed class RuntimeOperationTests
{
    [Theory]
    [InlineData("_ = {|TT1001:Tensor.Zeros<float>(3, 5) + Tensor.Zeros<float>(3, 4)|};")]
    [InlineData("_ = {|TT1001:x * Tensor.Ones<float>(4)|};")]
    [InlineData("_ = {|TT1001:x - Tensor.ZerosLike(w)|};")]
    [InlineData("_ = 2f * x + 1f; _ = -x;")]
    [InlineData("_ = {|TT1001:x > Tensor.Ones<float>(4)|};")]
    [InlineData("_ = x.{|TT1002:MatMul(w)|};")]
    [InlineData("_ = x.MatMul(w.T).MatMul(w);")]
    [InlineData("_ = Relu(x).{|TT1002:MatMul(Exp(w))|};")]
    [InlineData("_ = x.{|TT1005:Reshape(4, 4)|};")]
    [InlineData("_ = x.Reshape(5, -1).MatMul(x);")]
    [InlineData("_ = {|TT1001:x.Reshape(-1) + Tensor.Ones<float>(14)|};")]
    [InlineData("_ = x.Sum({|TT1007:2|});")]
    [InlineData("_ = {|TT1001:x.Sum(1) + Tensor.Ones<float>(5)|};")]
    [InlineData("_ = {|TT1001:x.Sum(1, keepDims: true) + Tensor.Ones<float>(4, 1)|};")]
    [InlineData("_ = x.Sum() + Tensor.Ones<float>(7);")]
    [InlineData("_ = Mean(x, [0, 1]) + Tensor.Ones<float>(7);")]
    [InlineData("_ = x.ArgMax() + Tensor.Ones<long>(7); _ = {|TT1001:x.ArgMax(1) + Tensor.Ones<long>(5)|}; _ = x.ArgMax({|TT1007:2|});")]
    [InlineData("int? dim = x.Rank > 1 ? 1 : null; _ = x.ArgMax(dim) + Tensor.Ones<long>(7);")]
    [InlineData("_ = {|TT1008:Cat([x, w], dim: 1)|}; _ = Cat([x, w]).MatMul(x.T);")]
    [InlineData("_ = {|TT1001:Cat([x, x]) + Tensor.Ones<float>(7, 5)|};")]
    [InlineData("_ = {|TT1008:Stack([x, w])|};")]
    [InlineData("_ = x{|TT1009:[3]|}; _ = x[2]; _ = x[^3]; _ = x{|TT1009:[^4]|};")]
    [InlineData("_ = {|TT1001:x[1] + Tensor.Ones<float>(4)|};")]
    [InlineData("_ = {|TT1001:x[.., 1..4] + Tensor.Ones<float>(4)|};")]
    [InlineData("_ = x{|TT1009:[.., 2..6]|};")]
    [InlineData("int i = 1; _ = {|TT1001:x[i..^0, 0] + Tensor.Ones<float>(3)|};")]
    [InlineData("_ = x[Slice.NewAxis] + Tensor.Ones<float>(3, 5); _ = {|TT1001:x[Slice.NewAxis] + Tensor.Ones<float>(9)|};")]
    [InlineData("_ = {|TT1001:x.Transpose(0, 1) + Tensor.Ones<float>(3, 5)|};")]
    [InlineData("_ = CrossEntropy(x, {|TT1003:Tensor.Zeros<int>(4)|}); _ = CrossEntropy(x, Tensor.Zeros<int>(3));")]
    [InlineData("_ = {|TT1006:Tensor.Ones<float>(5) * Tensor.Ones<float>(3, 1)|};")]
    [InlineData("_ = Tensor.Ones<float>(5).Broadcast() * Tensor.Ones<float>(3, 1);")]
    [InlineData("_ = {|TT1001:Tensor.Zeros<float>(x.Shape[0], x.Shape[^1]) + Tensor.Zeros<float>(3, 4)|};")]
    [InlineData("_ = {|TT1001:Tensor.Zeros<float>(x.Rank, x.Shape.ElementCount) + Tensor.Zeros<float>(2, 14)|};")]
    [InlineData("var unknown = Load(); _ = unknown + x; _ = {|TT1001:unknown.Assume(\"n, 4\") + x|};")]
    [InlineData("Shape.Assert({|TT1003:x|}, \"3, 4\"); Shape.Assert(x, \"3, 5\");")]
    public Task Statements(string statements) => Verify.WithRuntimeAsync($$"""
        var x = Tensor.Ones<float>(3, 5);
        var w = Tensor.Ones<float>(4, 5);
        {{statements}}
        _ = Load();
        static Tensor<float> Load() => null!;
        """);

    [Fact]
    public Task The_perceptron_of_the_introduction() => Verify.WithRuntimeAsync("""
        class Mlp([Dim] int hidden)
        {
            const int In = 28 * 28;

            [Shape(In, nameof(hidden))] public Tensor<float> W1 { get; } = Tensor.Zeros<float>(In, hidden);
            [Shape(nameof(hidden))]     public Tensor<float> B1 { get; } = Tensor.Zeros<float>(hidden);
            [Shape(nameof(hidden), 10)] public Tensor<float> W2 { get; } = Tensor.Zeros<float>(hidden, 10);
            [Shape(10)]                 public Tensor<float> B2 { get; } = Tensor.Zeros<float>(10);

            [return: Shape("batch", 10)]
            public Tensor<float> Forward([Shape("batch", In)] Tensor<float> x) => Relu(x.MatMul(W1) + B1).MatMul(W2) + B2;

            [return: Shape]
            public Tensor<float> Loss([Shape("batch", In)] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Forward(x), y);

            [return: Shape("batch", 10)]
            public Tensor<float> Wrong([Shape("batch", In)] Tensor<float> x)
            {
                var h = Relu(x.MatMul(W1) + B1);
                return h.{|TT1002:MatMul(W1)|} + B2;
            }
        }
        """);
}
