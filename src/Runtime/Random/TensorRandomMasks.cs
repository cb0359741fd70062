using TypedTensors.Kernels.Random;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of truth values, each true with a given probability, independently of the others.</summary>
    /// <param name="generator">Where the random numbers come from.</param>
    /// <param name="probability">The probability of true, in steps of 2^-32.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<bool> Bernoulli(Generator generator, double probability, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), $"Bernoulli: {probability} is no probability");
        Tensor<bool> result = Tensor<bool>.Uninitialized(new Shape(shape));
        Distributions.Bernoulli(result.View.Elements, probability, generator.Draw(Distributions.BlocksFor(result.ElementCount, 1)));
        return result;
    }
}
