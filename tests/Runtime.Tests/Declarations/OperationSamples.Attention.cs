using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Attention and dropout.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Attentions => new()
    {
        ["ScaledDotProductAttention"] = random =>
        {
            (int queries, int keys, int features) = (random.Next(4), random.Next(4), random.Next(4));
            int[] batch = Sizes(random, 2);
            Tensor<double> query = Leaf(Matrices(random, batch, queries, features)), key = Leaf(Matrices(random, batch, keys, features)), value = Leaf(Matrices(random, batch, keys, random.Next(3)));
            Tensor<bool> mask = Tensor.Full(true, Matrices(random, batch, queries, keys));
            bool causal = random.Next(2) == 0;
            return random.Next(2) == 0
                ? new([query, key, value, mask, causal], () => ScaledDotProductAttention(query, key, value, mask, causal))
                : new([query, key, value, null, causal], () => ScaledDotProductAttention(query, key, value, causal));
        },
        ["Dropout"] = random =>
        {
            int[] sizes = Sizes(random);
            Tensor<double> x = Leaf(sizes);
            Tensor<bool> kept = Tensor.Full(true, random.Next(3) == 0 ? Alter(random, sizes) : sizes);
            return new([x, kept, 0.25], () => Dropout(x, kept, 0.25));
        },
    };

    /// <summary>Matrices in a batch that can mostly be broadcast to another.</summary>
    private static int[] Matrices(Random random, int[] batch, int rows, int columns) => random.Next(20) == 0 ? Sizes(random, 4) :
    [
        .. batch[random.Next(batch.Length + 1)..].Select(size => random.Next(3) == 0 ? 1 : random.Next(20) == 0 ? random.Next(4) : size),
        random.Next(20) == 0 ? random.Next(4) : rows,
        random.Next(20) == 0 ? random.Next(4) : columns,
    ];
}
