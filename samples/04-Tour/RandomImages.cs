using TypedTensors.Data;
using static TypedTensors.Ops;

namespace TypedTensors.Samples.Tour;

/// <summary>A data set of one's own: images of 28 by 28 random pixels, prepared as those of MNIST are.</summary>
/// <param name="count">The number of images.</param>
internal sealed class RandomImages(int count) : IDataset<float, int>
{
    private readonly Tensor<byte> _images = Tensor.RandInt<byte>(new Generator(1), 0, 255, count, 28, 28);
    private readonly Tensor<int> _labels = Tensor.RandInt(new Generator(2), 0, 10, count);
    private readonly ITransform<byte, float> _transform = Compose.Of(new ToTensor(), new Normalize(0.1307f, 0.3081f));

    public int Count => count;

    public (Tensor<float> X, Tensor<int> Y) Select(ReadOnlySpan<int> rows)
    {
        int[] chosen = rows.ToArray();
        return (Stack(chosen.Select(row => _transform.Apply(_images[row]))), Stack(chosen.Select(row => _labels[row])));
    }
}
