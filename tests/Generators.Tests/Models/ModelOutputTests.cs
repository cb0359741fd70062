using Microsoft.CodeAnalysis;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.Models;

/// <summary>What is written for a model, as the files beside this one show.</summary>
public sealed class ModelOutputTests
{
    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void A_perceptron(NullableContextOptions nullable)
    {
        Generated generated = GeneratorHarness.Run(new ProjectSettings(nullable), """
            using static TypedTensors.Ops;

            namespace Models;

            /// <summary>A perceptron.</summary>
            /// <param name="hidden">The width of the hidden layer.</param>
            [TensorModel]
            public partial class Mlp([Dim] int hidden)
            {
                private const int In = 28 * 28;

                /// <summary>Weights.</summary>
                [Parameter(In, nameof(hidden))] public partial Tensor<float> W1 { get; }

                /// <summary>Biases.</summary>
                [Parameter(nameof(hidden))] public partial Tensor<float> B1 { get; }

                /// <summary>Scores.</summary>
                [return: Shape("batch, hidden")]
                public Tensor<float> Forward([Shape("batch", In)] Tensor<float> x) => Relu(x.MatMul(W1) + B1);
            }
            """);
        Golden.Matches(generated.Compiles());
    }

    [Fact]
    public void Initialisations_and_fan_in() => Golden.Matches(GeneratorHarness.Run("""
        [TensorModel]
        partial class Layer([Dim] int n, [Dim] int k)
        {
            [Parameter] private partial Tensor<double> Scale { get; }
            [Parameter("n", Initialization = Initialization.Constant, InitialValue = 0.1)] internal partial Tensor<double> Gain { get; }
            [Parameter("k, n, 3, 3", Initialization = Initialization.KaimingNormal, FanIn = "9 * n")] protected partial Tensor<double> Kernel { get; }
            [Parameter("n", FanIn = "k")] public partial Tensor<double> Bias { get; }
            [Parameter("2 * n, n - 1", "k // 2", "(n - k) // 2", "max(n, k, 3)", "n % k")] public partial Tensor<double> Sizes { get; }
        }
        """).Compiles());

    [Fact]
    public void Sub_models_alone_and_in_lists() => Golden.Matches(GeneratorHarness.Run("""
        using System.Collections.Generic;

        [TensorModel]
        partial class Layer
        {
            [Parameter(3)] public partial Tensor<double> W { get; }
        }

        [TensorModel]
        partial class Net(Layer first)
        {
            private readonly Layer _second = new();
            public Layer First { get; } = first;
            public Layer? Optional { get; init; }
            public Layer[] Array { get; } = [new()];
            public IReadOnlyList<Layer> Layers { get; } = [new(), new()];
            public Layer Computed => First;
            public static readonly Layer Shared = new();
            public int Other { get; }
        }
        """).Compiles());

    [Fact]
    public void Dimensions_of_every_kind() => Golden.Matches(GeneratorHarness.Run("""
        class Base(int passed)
        {
            [Dim] protected int Inherited { get; } = passed;
        }

        [TensorModel]
        partial class Net([Dim] int hidden, [Dim] long wide, [Dim] int @class) : Base(hidden)
        {
            private int _hidden = 3;
            [Dim] private readonly int _field = 4;
            [Dim] public const int Constant = 5;
            public int Hidden { get; } = hidden;
            public int Sum() => _hidden + hidden;

            [Parameter("hidden, wide, class, _field, Constant, Inherited")] public partial Tensor<float> W { get; }
        }
        """).CompilesBut("CS9107", "CS9124"));

    [Fact]
    public void Nested_in_types_of_every_kind() => Golden.Matches(GeneratorHarness.Run("""
        namespace @namespace.Inner
        {
            static partial class Outer
            {
                partial record struct Middle
                {
                    internal sealed partial class @event
                    {
                        internal partial interface IInner
                        {
                            [TensorModel]
                            public partial class Net
                            {
                                [Parameter(1)] public partial Tensor<float> @class { get; }
                            }
                        }
                    }
                }
            }
        }
        """).Compiles());

    [Fact]
    public void Names_that_are_taken() => Golden.Matches(GeneratorHarness.Run("""
        class Base
        {
            protected int ModelState;
        }

        [TensorModel]
        partial class Net([Dim] int n, int _n) : Base
        {
            private readonly int _modelState = _n;
            [Dim] public int model => _modelState + ModelState;
            [Parameter("model, n")] public partial Tensor<float> W { get; }
        }
        """).CompilesBut("CS0649"));

    [Fact]
    public void Modifiers_are_repeated() => Golden.Matches(GeneratorHarness.Run("""
        abstract class Base
        {
            public abstract Tensor<float> A { get; }
            public virtual Tensor<float>? B => null;
            public int C => 3;
        }

        [TensorModel]
        partial class Net : Base
        {
            [Parameter(1)] public override partial Tensor<float> A { get; }
            [Parameter(2)] public sealed override partial Tensor<float> B { get; }
            [Parameter(3)] public new virtual partial Tensor<float> C { get; }
            [Parameter(4)] private protected partial Tensor<float> D { get; }
            [Parameter(5)] partial Tensor<float> E { get; }
        }
        """).Compiles());

    [Fact]
    public void Sizes_beyond_the_range_are_left_to_the_run_time() => Golden.Matches(GeneratorHarness.Run("""
        [TensorModel]
        partial class Net([Dim] int n)
        {
            [Parameter("3000000000", "3000000000 * n", "9000000000000000000 * 9000000000000000000")] public partial Tensor<float> W { get; }
        }
        """).Compiles());
}
