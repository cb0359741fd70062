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

    /// <summary>Numbers drawn from the part of a normal distribution that lies between two bounds.</summary>
    /// <remarks>
    /// The quantiles of uniform probabilities between those of the bounds, so that every element takes one draw however little the bounds leave. Bounds above
    /// the mean are mirrored: the small probabilities of a lower tail have more digits than those near 1.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is not above 0.</exception>
    /// <exception cref="ArgumentException">No normal number lies between the bounds.</exception>
    public static void TruncatedNormal<T>(Span<T> elements, Generator generator, double mean, double standardDeviation, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardDeviation);
        double first = (low - mean) / standardDeviation, last = (high - mean) / standardDeviation;
        bool isMirrored = first > 0;
        if (isMirrored)
            (first, last) = (-last, -first);
        double from = StandardNormal.Below(first), mass = StandardNormal.Below(last) - from;
        if (!(mass > 0))
            throw new ArgumentException($"TruncatedNormal: no normal number of the mean {mean} and the standard deviation {standardDeviation} lies between {low} and {high}", nameof(high));

        Distributions.Uniform(elements, Draw<T>(elements.Length, generator));
        double step = double.ScaleB(1, -T.Zero.GetSignificandBitLength()), scale = isMirrored ? -standardDeviation : standardDeviation;
        foreach (ref T element in elements)
        {
            double probability = from + (mass * (double.CreateTruncating(element) + (step / 2)));
            double value = mean + (scale * Math.Clamp(StandardNormal.Quantile(probability), first, last));
            element = T.CreateTruncating(Math.Clamp(value, low, high));
        }
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
