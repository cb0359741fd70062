using TypedTensors.Kernels.Strided;

namespace TypedTensors.Tests.Support;

/// <summary>Holds the gradients of a function, and the gradients of those, against central differences in double.</summary>
public static class GradientCheck
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-6;

    /// <summary>Checks the gradient by every element of every input, for a random cotangent of the result.</summary>
    /// <param name="function">The function of the inputs. It must be smooth within 1e-5 of them.</param>
    /// <param name="inputs">The point.</param>
    public static void Run(Func<Tensor<double>[], Tensor<double>> function, params Tensor<double>[] inputs)
    {
        Tensor<double>[] leaves = Leaves(inputs);
        Tensor<double> result = function(leaves);
        Assert.True(result.RequiresGrad, "The result does not require a gradient.");
        double[] weights = Random(result.Shape, 0.5, 1.5, seed: 7).ToArray();
        result.Backward(Tensor.From(weights, result.Shape.Sizes));

        for (int input = 0; input < leaves.Length; input++)
        {
            double[] gradient = (leaves[input].Grad ?? Tensor.ZerosLike(leaves[input])).ToArray();
            for (int element = 0; element < gradient.Length; element++)
            {
                double expected = (Loss(input, element, Step) - Loss(input, element, -Step)) / (2 * Step);
                double allowed = Tolerance * (1 + Math.Abs(expected));
                Assert.True(
                    Math.Abs(gradient[element] - expected) <= allowed,
                    $"Input {input} {leaves[input].Shape}, element {element}: the gradient is {gradient[element]:R}, central differences give {expected:R}.");
            }
        }

        double Loss(int input, int element, double change)
        {
            var moved = Array.ConvertAll(inputs, tensor => Tensor.From(tensor.ToArray(), tensor.Shape.Sizes));
            moved[input].View.Elements[element] += change;
            return function(moved).ToArray().Zip(weights, (value, weight) => value * weight).Sum();
        }
    }

    /// <summary>
    /// Checks that the recorded gradient is the gradient, and its own gradient: that of the sum of all first derivatives, weighted at random, by every element
    /// of every input.
    /// </summary>
    /// <param name="function">The function of the inputs. It must be smooth within 1e-5 of them.</param>
    /// <param name="inputs">The point.</param>
    public static void RunSecond(Func<Tensor<double>[], Tensor<double>> function, params Tensor<double>[] inputs)
    {
        Tensor<double>[] leaves = Leaves(inputs);
        Tensor<double> result = function(leaves);
        Tensor<double> weights = Random(result.Shape, 0.5, 1.5, seed: 7);
        double[][] second = [.. leaves.Select((leaf, i) => Random(leaf.Shape, 0.5, 1.5, seed: 11 + i).ToArray())];
        result.Backward(weights, createGraph: true);
        Tensor<double>[] recorded = Array.ConvertAll(leaves, static leaf => leaf.Grad ?? Tensor.ZerosLike(leaf));
        double[][] gradients = Array.ConvertAll(leaves, static leaf => leaf.Grad is { } grad ? grad.ToArray() : new double[leaf.ElementCount]);
        Tensor<double>[] plain = Gradients(inputs);
        for (int i = 0; i < gradients.Length; i++)
            Assert.All(plain[i].ToArray().Zip(gradients[i]), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * (1 + Math.Abs(pair.First))));

        Tensor<double> sum = Tensor.Scalar(0.0);
        for (int i = 0; i < recorded.Length; i++)
            sum += Ops.Sum(recorded[i] * Tensor.From(second[i], recorded[i].Shape.Sizes));
        foreach (Tensor<double> leaf in leaves)
            leaf.Grad = null;
        if (sum.RequiresGrad)
            sum.Backward();
        for (int input = 0; input < leaves.Length; input++)
        {
            double[] gradient = (leaves[input].Grad ?? Tensor.ZerosLike(leaves[input])).ToArray();
            for (int element = 0; element < gradient.Length; element++)
            {
                double expected = (FirstDerivatives(input, element, Step) - FirstDerivatives(input, element, -Step)) / (2 * Step);
                double allowed = Tolerance * (1 + Math.Abs(expected));
                Assert.True(
                    Math.Abs(gradient[element] - expected) <= allowed,
                    $"Input {input} {leaves[input].Shape}, element {element}: the second derivative is {gradient[element]:R}, central differences give {expected:R}.");
            }
        }

        double FirstDerivatives(int input, int element, double change)
        {
            Tensor<double>[] moved = Array.ConvertAll(inputs, tensor => Tensor.From(tensor.ToArray(), tensor.Shape.Sizes));
            moved[input].View.Elements[element] += change;
            return Gradients(moved).Zip(second, (gradient, weight) => gradient.ToArray().Zip(weight, (value, w) => value * w).Sum()).Sum();
        }

        Tensor<double>[] Gradients(Tensor<double>[] at)
        {
            Tensor<double>[] point = Leaves(at);
            function(point).Backward(weights);
            return Array.ConvertAll(point, static leaf => leaf.Grad ?? Tensor.ZerosLike(leaf));
        }
    }

    /// <summary>As <see cref="Run"/>, and the same with the inputs as views that do not lie in memory in order.</summary>
    public static void RunAlsoStrided(Func<Tensor<double>[], Tensor<double>> function, params Tensor<double>[] inputs)
    {
        Run(function, inputs);
        Run(views => function(Array.ConvertAll(views, EveryOther)), Array.ConvertAll(inputs, Spread));
    }

    /// <summary>Uniform random numbers.</summary>
    public static Tensor<double> Random(Shape shape, double low, double high, int seed = 1)
    {
        var random = new Random(seed);
        double[] values = new double[shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
            values[i] = low + ((high - low) * random.NextDouble());
        return Tensor.From(values, shape.Sizes);
    }

    private static Tensor<double>[] Leaves(Tensor<double>[] point) =>
        Array.ConvertAll(point, static input => Tensor.From(input.ToArray(), input.Shape.Sizes).RequireGrad());

    // A new innermost dimension of which EveryOther takes the first half, in reversed nesting.
    private static Tensor<double> Spread(Tensor<double> tensor)
    {
        Tensor<double> spread = Tensor.Full(0.75, [.. tensor.Shape.Sizes.ToArray().Reverse(), 2]);
        StridedCopy.Run(tensor.View, EveryOther(spread).View);
        return spread;
    }

    private static Tensor<double> EveryOther(Tensor<double> spread) => Eager.View(default(EveryOtherReversed), spread);
}
