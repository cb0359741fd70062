using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Models;

/// <summary>Generated models do in the runtime what their declarations say.</summary>
public sealed class ModelExecutionTests
{
    [Fact]
    public void Parameters_have_names_and_shapes_and_are_always_the_same_tensors()
    {
        string result = GeneratorHarness.Run("""
            using System.Linq;
            using System.Collections.Generic;
            using static TypedTensors.Ops;

            [TensorModel]
            partial class Layer([Dim] int inputs, [Dim] int outputs)
            {
                [Parameter("inputs, outputs")] public partial Tensor<float> W { get; }
                [Parameter("outputs", Initialization = Initialization.Constant, InitialValue = 0.5)] public partial Tensor<float> B { get; }

                [return: Shape("batch, outputs")]
                public Tensor<float> Forward([Shape("batch, inputs")] Tensor<float> x) => x.MatMul(W) + B;
            }

            [TensorModel]
            partial class Net([Dim] int hidden)
            {
                [Parameter("2 * hidden // 3", "max(hidden, 3)")] public partial Tensor<float> Own { get; }
                public Layer First { get; } = new(4, hidden);
                public IReadOnlyList<Layer> Rest { get; } = [new(hidden, hidden), new(hidden, 2)];
                public Layer? None { get; init; }
            }

            static class Program
            {
                public static string Run()
                {
                    Net net = new(5);
                    Tensor<float> w = net.First.W;
                    string shapes = string.Join(" ", net.Parameters.Names.Select(name => name + net.Parameters[name].Shape));
                    bool same = ReferenceEquals(w, net.First.W) && ReferenceEquals(w, net.Parameters["First.W"]);
                    return $"{shapes} {same} {net.First.B.ToArray()[0]} {net.First.Forward(Tensor.Zeros<float>(3, 4)).Shape}";
                }
            }
            """).Compiles().RunProgram<string>();
        Assert.Equal(
            "Own(3, 5) First.W(4, 5) First.B(5) Rest.0.W(5, 5) Rest.0.B(5) Rest.1.W(5, 2) Rest.1.B(2) True 0.5 (3, 5)",
            result);
    }

    [Fact]
    public void A_size_that_does_not_fit_is_an_error_when_the_model_is_used() =>
        Assert.Throws<OverflowException>(() => GeneratorHarness.Run("""
            [TensorModel]
            partial class Net([Dim] int n)
            {
                [Parameter("n * n")] public partial Tensor<float> W { get; }
            }

            static class Program
            {
                public static int Run() => new Net(100_000).W.Rank;
            }
            """).Compiles().RunProgram<int>());

    [Fact]
    public void A_broken_parameter_says_where_its_mistake_is_explained()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => GeneratorHarness.Run("""
            [TensorModel]
            partial class Net
            {
                [Parameter("nothing")] public partial Tensor<float> W { get; }
            }

            static class Program
            {
                public static int Run() => new Net().W.Rank;
            }
            """).Compiles().RunProgram<int>());
        Assert.Equal("Net.W cannot be a parameter: see TT3003", exception.Message);
    }
}
