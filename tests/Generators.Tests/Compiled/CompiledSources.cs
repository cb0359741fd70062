namespace TypedTensors.Generators.Tests.Compiled;

/// <summary>Sources with methods that get generated code, each with a program that compares what they compute with what the methods compute eagerly.</summary>
/// <remarks>A program returns the differences that it found, so nothing.</remarks>
internal static class CompiledSources
{
    /// <summary>Every source.</summary>
    public static IReadOnlyList<string> All => [Perceptron, SubModels, Rosenbrock, UserOperations, Products];

    /// <summary>What every program compares with; a file of its own.</summary>
    public const string Comparison = """
        using System;
        using System.Linq;

        static class Check
        {
            public static string Differences = "";

            public static Tensor<float> Sequence(params int[] sizes) => Tensor.Arange<float>(sizes.Aggregate(1, (product, size) => product * size)).Reshape(sizes) * 0.1f - 0.35f;

            public static Tensor<double> SequenceOfDouble(params int[] sizes) => Tensor.Arange<double>(sizes.Aggregate(1, (product, size) => product * size)).Reshape(sizes) * 0.1 - 0.35;

            public static void Same(string what, Tensor<float> expected, Tensor<float> actual) => Same(
                what, expected.Shape.ToString(), actual.Shape.ToString(), expected.ToArray().Select(value => (double)value).ToArray(), actual.ToArray().Select(value => (double)value).ToArray(), 1e-5);

            public static void Same(string what, Tensor<double> expected, Tensor<double> actual) =>
                Same(what, expected.Shape.ToString(), actual.Shape.ToString(), expected.ToArray(), actual.ToArray(), 1e-12);

            public static void Same(string what, double expected, double actual) => Same(what, "", "", new[] { expected }, new[] { actual }, 1e-6);

            private static void Same(string what, string expectedShape, string actualShape, double[] expected, double[] actual, double tolerance)
            {
                if (expectedShape != actualShape)
                    Differences += what + " has the shape " + actualShape + " instead of " + expectedShape + "\n";
                else if (expected.Zip(actual, (left, right) => !(Math.Abs(left - right) <= tolerance * (1 + Math.Abs(left)))).Any(differs => differs))
                    Differences += what + " is [" + string.Join(", ", actual) + "] instead of [" + string.Join(", ", expected) + "]\n";
            }
        }
        """;

    /// <summary>A perceptron with a loss: bias and activation belong in the epilogue of the product.</summary>
    public const string Perceptron = """
        using static TypedTensors.Ops;

        namespace Models
        {
            /// <summary>A perceptron.</summary>
            /// <param name="hidden">The width of the hidden layer.</param>
            [TensorModel]
            public partial class Mlp([Dim] int hidden)
            {
                /// <summary>Weights of the hidden layer.</summary>
                [Parameter("6, hidden")] public partial Tensor<float> W1 { get; }

                /// <summary>Biases of the hidden layer.</summary>
                [Parameter("hidden")] public partial Tensor<float> B1 { get; }

                /// <summary>Weights of the scores.</summary>
                [Parameter("hidden, 4")] public partial Tensor<float> W2 { get; }

                /// <summary>Biases of the scores.</summary>
                [Parameter(4)] public partial Tensor<float> B2 { get; }

                /// <summary>Scores.</summary>
                [Compiled]
                [return: Shape("batch, 4")]
                public Tensor<float> Forward([Shape("batch, 6")] Tensor<float> x)
                {
                    var h = Relu(x.MatMul(W1) + B1);
                    return h.MatMul(W2) + B2;
                }

                /// <summary>The mean loss.</summary>
                [Differentiable]
                [return: Shape("")]
                public Tensor<float> Loss([Shape("batch, 6")] Tensor<float> x, [Shape("batch")] Tensor<int> labels)
                {
                    return CrossEntropy(Forward(x), labels);
                }
            }
        }

        static class Program
        {
            public static string Run()
            {
                Models.Mlp model = new(5);
                var x = Check.Sequence(3, 6);
                var labels = Tensor.From(new[] { 0, 3, 1 });
                Check.Same("scores", model.Forward(x), model.ForwardCompiled(x));
                var scores = Tensor.Zeros<float>(3, 4);
                model.ForwardCompiled(x, scores);
                Check.Same("scores in the destination", model.Forward(x), scores);
                var loss = model.Loss(x, labels);
                Check.Same("loss", loss.Item(), model.LossCompiled(x, labels));
                loss.Backward();
                var (value, gradients) = model.LossAndGradients(x, labels);
                Check.Same("loss with gradients", loss.Item(), value);
                foreach (var parameter in model.Parameters)
                    Check.Same("gradient", parameter.Grad!, gradients.Of(parameter));
                return Check.Differences;
            }
        }
        """;

    /// <summary>Sub-models alone, twice, shared by two models, and in a list.</summary>
    public const string SubModels = """
        using System.Collections.Generic;
        using static TypedTensors.Ops;

        [TensorModel]
        partial class Linear([Dim] int inputs, [Dim] int outputs)
        {
            [Parameter("inputs, outputs")] public partial Tensor<float> W { get; }
            [Parameter("outputs")] public partial Tensor<float> B { get; }

            [Compiled]
            [return: Shape("batch, outputs")]
            public Tensor<float> Forward([Shape("batch, inputs")] Tensor<float> x) => x.MatMul(W) + B;
        }

        [TensorModel]
        partial class Half(Linear inner)
        {
            public Linear Inner { get; } = inner;

            [Compiled]
            [return: Shape("batch, 4")]
            public Tensor<float> Forward([Shape("batch, 4")] Tensor<float> x) => Tanh(Inner.Forward(x));
        }

        [TensorModel]
        partial class Autoencoder(Linear shared)
        {
            public Half Encoder { get; } = new(shared);
            public Half Decoder { get; } = new(shared);
            public Linear Twice { get; } = new(4, 4);
            public IReadOnlyList<Linear> Layers { get; } = [new(4, 3), new(3, 4)];

            [Compiled]
            [return: Shape("batch, 4")]
            public Tensor<float> Forward([Shape("batch, 4")] Tensor<float> x)
            {
                var code = Encoder.Forward(x);
                var middle = Layers[1].Forward(Relu(Layers[0].Forward(code)));
                var mixed = Twice.Forward(Sigmoid(Twice.Forward(middle)));
                return Decoder.Forward(mixed);
            }

            [Differentiable]
            [return: Shape("")]
            public Tensor<float> Loss([Shape("batch, 4")] Tensor<float> x)
            {
                var error = Forward(x) - x;
                return Mean(error * error);
            }
        }

        static class Program
        {
            public static string Run()
            {
                Autoencoder model = new(new Linear(4, 4));
                var x = Check.Sequence(3, 4);
                Check.Same("result", model.Forward(x), model.ForwardCompiled(x));
                for (int again = 0; again < 2; again++)
                {
                    var loss = model.Loss(x);
                    loss.Backward();
                    var (value, gradients) = model.LossAndGradients(x);
                    Check.Same("loss", loss.Item(), value);
                    foreach (var parameter in model.Parameters)
                    {
                        Check.Same("gradient", parameter.Grad!, gradients.Of(parameter));
                        parameter.Grad = null;
                    }
                }

                return Check.Differences + (model.Parameters.Count == 8 ? "" : model.Parameters.Count + " parameters");
            }
        }
        """;

    /// <summary>A function of no model, with windows on its argument.</summary>
    public const string Rosenbrock = """
        using static TypedTensors.Ops;

        static partial class Functions
        {
            /// <summary>The function of Rosenbrock in any number of dimensions.</summary>
            [Differentiable]
            [return: Shape("")]
            public static Tensor<double> Rosenbrock([Shape("n")] Tensor<double> x)
            {
                var head = x[..^1];
                var tail = x[1..];
                var bend = tail - head * head;
                return Sum(100.0 * bend * bend + (1.0 - head) * (1.0 - head));
            }
        }

        static class Program
        {
            public static string Run()
            {
                var x = Check.SequenceOfDouble(7).RequireGrad();
                var value = Functions.Rosenbrock(x);
                value.Backward();
                var (compiled, gradient) = Functions.RosenbrockAndGradients(x.Detach());
                Check.Same("value", value.Item(), compiled);
                Check.Same("gradient", x.Grad!, gradient);
                Check.Same("value alone", value.Item(), Functions.RosenbrockCompiled(x.Detach()));
                var destination = Tensor.Ones<double>(7);
                Functions.RosenbrockAndGradients(x.Detach(), destination, accumulate: true);
                Check.Same("gradient added to ones", x.Grad! + 1.0, destination);
                return Check.Differences;
            }
        }
        """;

    /// <summary>Functions of up to three arguments, with numbers and without.</summary>
    public const string Activations = """
        using static TypedTensors.Ops;

        static partial class Activations
        {
            [Differentiable]
            [return: Shape("")]
            public static Tensor<float> Score([Shape("rows, n")] Tensor<float> x, [Shape("n")] Tensor<float> low, [Shape("rows, 1")] Tensor<float> high)
            {
                var bounded = x.Clamp(low, high);
                var bent = x.LeakyRelu() + x.Softplus(beta: 2) - Elu(x, 0.5);
                return Sum(bounded * bent + Maximum(x, 0.25f).Clamp(-1f, 1f));
            }
        }

        static class Program
        {
            public static string Run()
            {
                var x = (Check.Sequence(3, 4) - 1f).RequireGrad();
                var low = (Check.Sequence(4) - 1.5f).RequireGrad();
                var high = (Check.Sequence(3, 1) - 0.5f).RequireGrad();
                var value = Activations.Score(x, low, high);
                value.Backward();
                var compiled = Activations.ScoreAndGradients(x.Detach(), low.Detach(), high.Detach());
                Check.Same("value", value.Item(), compiled.Value);
                Check.Same("gradient", x.Grad!, compiled.XGradient);
                Check.Same("gradient of the lower bounds", low.Grad!, compiled.LowGradient);
                Check.Same("gradient of the upper bounds", high.Grad!, compiled.HighGradient);
                return Check.Differences;
            }
        }
        """;

    /// <summary>Operations with two results, of which one, or both, are used.</summary>
    public const string TwoResults = """
        using static TypedTensors.Ops;

        static partial class Ranking
        {
            [Differentiable]
            [return: Shape("")]
            public static Tensor<float> Spread([Shape("rows, n")] Tensor<float> x)
            {
                var (largest, places) = x.MaxWithIndices(1);
                var ordered = Sort(x, 0).Values;
                return Sum(largest * places.To<float>()) + Sum(ordered * x);
            }
        }

        static class Program
        {
            public static string Run()
            {
                var x = Sin(Check.Sequence(3, 4) * 7f).RequireGrad();
                var value = Ranking.Spread(x);
                value.Backward();
                var (compiled, gradient) = Ranking.SpreadAndGradients(x.Detach());
                Check.Same("value", value.Item(), compiled);
                Check.Same("gradient", x.Grad!, gradient);
                return Check.Differences;
            }
        }
        """;

    /// <summary>Operations that a user declares.</summary>
    public const string UserOperations = """
        using System;
        using System.Numerics;
        using TypedTensors.Kernels.Elementwise;

        namespace Custom
        {
            /// <summary>Operations.</summary>
            public static class Operations
            {
                /// <summary>x / (1 + |x|).</summary>
                [Operation(typeof(SoftsignFunction<>), Saves = Saved.Inputs)]
                [return: Shape("...x")]
                public static Tensor<T> Softsign<T>(this Tensor<T> x)
                    where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SoftsignFunction<T>, T>(x);

                /// <summary>The products of the elements of two vectors, times a factor.</summary>
                [Operation(typeof(ScaledOuter<>), Saves = Saved.Inputs)]
                [return: Shape("n, m")]
                public static Tensor<T> Outer<T>([Shape("n")] Tensor<T> left, [Shape("m")] Tensor<T> right, int factor)
                    where T : unmanaged, INumber<T> => Eager.Run<ScaledOuter<T>, T, T, T>(new ScaledOuter<T>(factor), left, right);
            }

            /// <summary>Softsign.</summary>
            public readonly struct SoftsignFunction<T> : IUnaryFunction<T>
                where T : unmanaged, IFloatingPointIeee754<T>
            {
                /// <inheritdoc/>
                public static OperationContract Contract { get; } = OperationContract.Of(typeof(Operations), nameof(Operations.Softsign));

                /// <inheritdoc/>
                public static TLanes Apply<TLanes>(TLanes x)
                    where TLanes : struct, ILanes<TLanes, T> => x / (TLanes.One + TLanes.Max(x, -x));

                /// <inheritdoc/>
                public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
                    where TLanes : struct, ILanes<TLanes, T>
                {
                    TLanes divisor = TLanes.One + TLanes.Max(x, -x);
                    return cotangent / (divisor * divisor);
                }
            }

            /// <summary>Outer.</summary>
            public readonly struct ScaledOuter<T>(int factor) : IOperation<T, T, T>
                where T : unmanaged, INumber<T>
            {
                private readonly T _factor = T.CreateChecked(factor);

                /// <inheritdoc/>
                public static OperationContract Contract { get; } = OperationContract.Of(typeof(Operations), nameof(Operations.Outer));

                /// <inheritdoc/>
                public Shape ResultShape(Shape left, Shape right) => left.Rank == 1 && right.Rank == 1 ? new Shape(left[0], right[0]) : throw Contract.Refuse(left, right);

                /// <inheritdoc/>
                public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result)
                {
                    for (int i = 0; i < result.Elements.Length; i++)
                        result.Elements[i] = _factor * left.Buffer[i / right.Sizes[0] * left.Strides[0]] * right.Buffer[i % right.Sizes[0] * right.Strides[0]];
                }

                /// <inheritdoc/>
                public void Pullback(TensorView<T> cotangent, TensorView<T> left, TensorView<T> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<T> rightCotangent)
                {
                    if (leftCotangent.IsPresent)
                        leftCotangent.Elements.Clear();
                    if (rightCotangent.IsPresent)
                        rightCotangent.Elements.Clear();
                    int columns = cotangent.Sizes[1];
                    for (int i = 0; i < cotangent.ElementCount; i++)
                    {
                        T weight = _factor * cotangent.Buffer[i / columns * cotangent.Strides[0] + i % columns * cotangent.Strides[1]];
                        if (leftCotangent.IsPresent)
                            leftCotangent.Elements[i / columns] += weight * right.Buffer[i % columns * right.Strides[0]];
                        if (rightCotangent.IsPresent)
                            rightCotangent.Elements[i % columns] += weight * left.Buffer[i / columns * left.Strides[0]];
                    }
                }
            }

            static partial class Scores
            {
                [Differentiable]
                [return: Shape("")]
                public static Tensor<float> Energy([Shape("n")] Tensor<float> a, [Shape("m")] Tensor<float> b, int factor)
                {
                    var table = Operations.Outer(a.Softsign() * 2f, b, factor);
                    return Ops.Sum(table.Softsign() + b);
                }
            }
        }

        static class Program
        {
            public static string Run()
            {
                var a = Check.Sequence(3).RequireGrad();
                var b = Check.Sequence(5).RequireGrad();
                var value = Custom.Scores.Energy(a, b, 3);
                value.Backward();
                var (compiled, left, right) = Custom.Scores.EnergyAndGradients(a.Detach(), b.Detach(), 3);
                Check.Same("value", value.Item(), compiled);
                Check.Same("gradient of a", a.Grad!, left);
                Check.Same("gradient of b", b.Grad!, right);
                Check.Same("value with another factor", Custom.Scores.Energy(a, b, 2).Item(), Custom.Scores.EnergyCompiled(a.Detach(), b.Detach(), 2));
                return Check.Differences;
            }
        }
        """;

    /// <summary>Results that are no scalars: products with a cotangent, for named arguments and of a tuple.</summary>
    public const string Products = """
        using static TypedTensors.Ops;

        static partial class Layers
        {
            /// <summary>An affine map whose input needs no gradient.</summary>
            [Differentiable("weights", "bias")]
            [return: Shape("batch, m")]
            public static Tensor<float> Affine([Shape("batch, n")] Tensor<float> x, [Shape("n, m")] Tensor<float> weights, [Shape("m")] Tensor<float> bias) =>
                Sigmoid(x.MatMul(weights) + bias);

            /// <summary>Mean and spread.</summary>
            [Differentiable]
            [return: Shape("batch")]
            public static (Tensor<float> Mean, Tensor<float> Spread) Moments([Shape("batch, n")] Tensor<float> x)
            {
                var mean = Mean(x, 1);
                var centred = x - Mean(x, 1, keepDims: true);
                return (mean, Mean(centred * centred, 1));
            }
        }

        static class Program
        {
            public static string Run()
            {
                var x = Check.Sequence(3, 4);
                var w = Check.Sequence(4, 2).RequireGrad();
                var b = Check.Sequence(2).RequireGrad();
                var cotangent = Check.Sequence(3, 2) * 2f;
                var value = Layers.Affine(x, w, b);
                Sum(value * cotangent).Backward();
                var (compiled, ofWeights, ofBias) = Layers.AffineVjp(x, w.Detach(), b.Detach(), cotangent);
                Check.Same("value", value, compiled);
                Check.Same("gradient of the weights", w.Grad!, ofWeights);
                Check.Same("gradient of the bias", b.Grad!, ofBias);
                var added = (Value: Tensor.Ones<float>(3, 2), Weights: Tensor.Ones<float>(4, 2), Bias: Tensor.Ones<float>(2));
                Layers.AffineVjp(x, w.Detach(), b.Detach(), cotangent, added.Value, added.Weights, added.Bias, accumulate: true);
                Check.Same("value in its destination", value, added.Value);
                Check.Same("gradient of the weights added to ones", w.Grad! + 1f, added.Weights);
                Check.Same("gradient of the bias added to ones", b.Grad! + 1f, added.Bias);

                var y = Check.Sequence(3, 4).RequireGrad();
                var (mean, spread) = Layers.Moments(y);
                var (ofMean, ofSpread) = (Check.Sequence(3), Check.Sequence(3) * 3f);
                (Sum(mean * ofMean) + Sum(spread * ofSpread)).Backward();
                var moments = Layers.MomentsVjp(y.Detach(), ofMean, ofSpread);
                Check.Same("mean", mean, moments.Value1);
                Check.Same("spread", spread, moments.Value2);
                Check.Same("gradient of the moments", y.Grad!, moments.XGradient);
                Check.Same("spread alone", spread, Layers.MomentsCompiled(y.Detach()).Value2);
                return Check.Differences;
            }
        }
        """;
}
