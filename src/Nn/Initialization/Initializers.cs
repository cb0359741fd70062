using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Tensors to begin training with. For zeros there is <see cref="Tensor.Zeros{T}"/>.</summary>
public static class Initializers
{
    /// <summary>Numbers drawn uniformly between two bounds.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentException">A bound is not finite, or the lower one is above the upper one.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Uniform<T>(Generator generator, double low, double high, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        RandomFill.Uniform(result.View.Elements, generator, low, high);
        return result;
    }

    /// <summary>Numbers drawn from a normal distribution.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Normal<T>(Generator generator, double mean, double standardDeviation, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        RandomFill.Normal(result.View.Elements, generator, mean, standardDeviation);
        return result;
    }

    /// <summary>Numbers drawn from the part of a normal distribution that lies between two bounds.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="mean">The mean of the whole distribution.</param>
    /// <param name="standardDeviation">The standard deviation of the whole distribution.</param>
    /// <param name="low">The lower bound, which may be negative infinity.</param>
    /// <param name="high">The upper bound, which may be infinity.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is not above 0.</exception>
    /// <exception cref="ArgumentException">No normal number lies between the bounds.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> TruncatedNormal<T>(
        Generator generator, double mean, double standardDeviation, double low, double high, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        RandomFill.TruncatedNormal(result.View.Elements, generator, mean, standardDeviation, low, high);
        return result;
    }

    /// <summary>What PyTorch's linear layer begins with, weights and bias alike: uniform within 1 / sqrt(<paramref name="fanIn"/>).</summary>
    /// <remarks>He et al. (2015) with the gain of a leaky rectifier of slope sqrt(5), which comes to this bound.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="fanIn">How many inputs feed one output of the layer.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no input.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> KaimingUniform<T>(Generator generator, int fanIn, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanIn);
        double bound = 1 / Math.Sqrt(fanIn);
        return Uniform<T>(generator, -bound, bound, shape);
    }
}
