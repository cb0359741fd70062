namespace TypedTensors.Data;

/// <summary>Shifts and scales each channel of an image: <c>(x - mean) / std</c>.</summary>
public sealed class Normalize : ITransform<float, float>
{
    private readonly float[] _means, _deviations;

    /// <summary>Prepares the step.</summary>
    /// <param name="mean">A mean for each channel, or one for all.</param>
    /// <param name="std">As many standard deviations, above 0.</param>
    /// <exception cref="ArgumentException">There are none, or not as many of both, or one is not a number to divide by.</exception>
    public Normalize(ReadOnlySpan<float> mean, ReadOnlySpan<float> std)
    {
        if (mean.IsEmpty || mean.Length != std.Length)
            throw new ArgumentException($"Normalize: {mean.Length} means and {std.Length} standard deviations were given; give one of each for each channel");
        for (int i = 0; i < mean.Length; i++)
        {
            if (!float.IsFinite(mean[i]))
                throw new ArgumentException($"Normalize: the mean of channel {i} is {mean[i]}; it has to be finite", nameof(mean));
            if (!(std[i] > 0 && float.IsFinite(std[i])))
                throw new ArgumentException($"Normalize: the standard deviation of channel {i} is {std[i]}; it has to be finite and above 0", nameof(std));
        }

        _means = mean.ToArray();
        _deviations = std.ToArray();
    }

    /// <summary>Prepares the step for all channels alike.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation, above 0.</param>
    /// <exception cref="ArgumentException">One is not finite, or the standard deviation is not above 0.</exception>
    public Normalize(float mean, float std)
        : this([mean], [std])
    {
    }

    /// <summary>The image with its channels shifted and scaled.</summary>
    /// <param name="image">Shape (channels, h, w).</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">The image has another rank, or another number of channels.</exception>
    [return: Shape("channels, h, w")]
    public Tensor<float> Apply([Shape("channels, h, w")] Tensor<float> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Rank != 3)
            throw new ShapeException($"Normalize: an image is (channels, height, width), not {image.Shape}");
        if (_means.Length != 1 && image.Shape[0] != _means.Length)
            throw new ShapeException($"Normalize: {_means.Length} means and standard deviations do not fit an image {image.Shape} with {image.Shape[0]} channels");
        float[] values = image.ToArray();
        int plane = image.Shape[1] * image.Shape[2];
        for (int channel = 0; channel < image.Shape[0]; channel++)
        {
            float mean = _means[_means.Length == 1 ? 0 : channel], deviation = _deviations[_means.Length == 1 ? 0 : channel];
            foreach (ref float value in values.AsSpan(channel * plane, plane))
                value = (value - mean) / deviation;
        }

        return Tensor.FromArray(values, image.Shape.Sizes);
    }

    /// <summary>The step as PyTorch prints it.</summary>
    public override string ToString() => $"Normalize(mean={Listed(_means)}, std={Listed(_deviations)})";

    private static string Listed(float[] values) =>
        $"[{string.Join(", ", values.Select(value => value.ToString("0.0#########", System.Globalization.CultureInfo.InvariantCulture)))}]";
}
