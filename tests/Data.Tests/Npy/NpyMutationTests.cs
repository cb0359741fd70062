using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class NpyMutationTests
{
    [Fact]
    public void A_mutated_file_is_read_or_refused_and_never_costs_more_memory_than_it_holds()
    {
        Random random = new(MassTests.Seed);
        byte[][] originals =
        [
            .. RecordedArray.All.Select(array => array.File),
            NpyBytes.Of(Tensor.Arange<double>(300)),
            NpyBytes.Of("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1)}", new byte[8]),
        ];

        MutationCount count = new();
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            byte[] bytes = Mutation.Mutate(originals[random.Next(originals.Length)], random);
            bool canSeek = random.Next(2) == 0;
            count.Run(bytes.Length, () => NpyBytes.Read(bytes, canSeek), CheckTensor);
        }

        count.AssertBoth();
    }

    [Fact]
    public void A_mutated_archive_is_read_or_refused_and_never_costs_much_more_memory_than_it_holds()
    {
        Random random = new(MassTests.Seed);
        KeyValuePair<string, Tensor>[] arrays =
            [new("W1", Tensor.Arange<float>(12).Reshape(3, 4)), new("größe", Tensor.Scalar(1L)), new("mask", Tensor.Full(true, 40))];
        byte[][] originals =
        [
            RecordedArray.Archive("stored").File, RecordedArray.Archive("deflated").File,
            NpzFileTests.Bytes(arrays, compress: false), NpzFileTests.Bytes(arrays, compress: true), NpzFileTests.Bytes([], compress: false),
        ];
        byte[][] members = [.. RecordedArray.All.Select(array => array.File)];

        MutationCount count = new();
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            // Half of the archives are sound and hold a damaged array, which a checksum would hide.
            byte[] bytes = random.Next(2) == 0
                ? Mutation.Mutate(originals[random.Next(originals.Length)], random)
                : NpzFileTests.Zip(compress: random.Next(2) == 0, ("a.npy", Mutation.Mutate(members[random.Next(members.Length)], random)));
            count.Run(bytes.Length, () => Npz.Read(new MemoryStream(bytes), "some.npz"), read => Assert.All(read.Values, CheckTensor));
        }

        count.AssertBoth();
    }

    private static void CheckTensor(Tensor tensor)
    {
        object elements = tensor switch
        {
            Tensor<bool> x => x.ToArray(),
            Tensor<sbyte> x => x.ToArray(),
            Tensor<short> x => x.ToArray(),
            Tensor<int> x => x.ToArray(),
            Tensor<long> x => x.ToArray(),
            Tensor<byte> x => x.ToArray(),
            Tensor<ushort> x => x.ToArray(),
            Tensor<uint> x => x.ToArray(),
            Tensor<ulong> x => x.ToArray(),
            Tensor<Half> x => x.ToArray(),
            Tensor<float> x => x.ToArray(),
            Tensor<double> x => x.ToArray(),
            _ => throw new InvalidDataException($"{tensor.ElementType} was not expected."),
        };
        Assert.NotNull(elements);
    }
}
