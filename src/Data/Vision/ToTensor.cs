namespace TypedTensors.Data;

/// <summary>Turns the bytes of an image into numbers from 0 to 1, and puts its channels first, as convolutions take them.</summary>
public sealed class ToTensor : ITransform<byte, float>
{
    /// <summary>The image as numbers.</summary>
    /// <param name="image">Shape (h, w) or (h, w, channels).</param>
    /// <returns>Shape (channels, h, w), with one channel for an image without them; each byte divided by 255.</returns>
    /// <exception cref="ShapeException">The image has another rank.</exception>
    public Tensor<float> Apply(Tensor<byte> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Rank is not (2 or 3))
            throw new ShapeException($"ToTensor: an image is (height, width) or (height, width, channels), not {image.Shape}");
        int height = image.Shape[0], width = image.Shape[1], channels = image.Rank == 3 ? image.Shape[2] : 1;
        Tensor<float> result = Tensor.Empty<float>(channels, height, width);
        byte[] bytes = image.ToArray();
        Span<float> values = result.AsSpan();
        int plane = height * width;
        for (int i = 0; i < bytes.Length; i++)
            values[(i % channels * plane) + (i / channels)] = bytes[i] / 255f;
        return result;
    }

    /// <summary>The step as PyTorch prints it.</summary>
    public override string ToString() => "ToTensor()";
}
