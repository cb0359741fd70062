using System.Numerics;
using TypedTensors.Kernels.Random;

namespace TypedTensors;

/// <summary>Fills memory that is there with random numbers of a generator.</summary>
internal static class RandomFill
{
    /// <summary>Numbers drawn uniformly between two bounds.</summary>
    /// <exception cref="ArgumentException">A bound is not finite, or the lower one is above the upper one.</exception>
    public static void Uniform<T>(Span<T> elements, Generator generator, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
            throw new ArgumentException($"Uniform: there is nothing between {low} and {high}", nameof(high));
        Distributions.Uniform(elements, Draw<T>(elements.Length, generator));
        Scale(elements, high - low, low);
    }

    /// <summary>Numbers drawn from a normal distribution.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative.</exception>
    public static void Normal<T>(Span<T> elements, Generator generator, double mean, double standardDeviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        Distributions.Normal(elements, Draw<T>(elements.Length, generator));
        Scale(elements, standardDeviation, mean);
    }

    private static RandomBlocks Draw<T>(int count, Generator generator)
        where T : unmanaged, IFloatingPointIeee754<T> => generator.Draw(Distributions.BlocksFor(count, Distributions.WordsFor<T>()));

    private static void Scale<T>(Span<T> elements, double scale, double shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T factor, T offset) = (T.CreateChecked(scale), T.CreateChecked(shift));
        foreach (ref T element in elements)
            element = (element * factor) + offset;
    }
}
