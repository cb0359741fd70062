using TypedTensors.Data;
using TypedTensors.Nn;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>The C# code of the cases whose PyTorch code is not a program of steps.</summary>
internal static class Snippets
{
    private static readonly Dictionary<string, Action<Names>> Table = new()
    {
        ["conv2d-repr"] = names =>
        {
            names["r"] = new Conv2d(1, 20, 5, 1);
            names["k"] = new Conv2d(inChannels: 1, outChannels: 20, kernelSize: 5, stride: 1);
        },
        ["mnist-loader-shapes"] = names =>
        {
            ITransform<byte, float> transform = Compose.Of(new ToTensor(), new Normalize(0.1307f, 0.3081f));
            Tensor<byte> raw = Tensor.RandInt<byte>(0, 255, 100, 28, 28);
            Tensor<float> prepared = Ops.Stack(Enumerable.Range(0, 100).Select(i => transform.Apply(raw[i])));
            DataLoader<float, long> loader = DataLoader.Create(prepared, Tensor.RandInt(0L, 10L, 100), batchSize: 32, shuffleSeed: 1);
            (names["images"], names["labels"]) = loader.First();
            names["batch_lengths"] = loader.Select(batch => batch.Y.Shape[0]).ToArray();
        },
    };

    public static IEnumerable<string> Cases => Table.Keys;

    public static Action<Names>? Find(string id) => Table.GetValueOrDefault(id);
}
