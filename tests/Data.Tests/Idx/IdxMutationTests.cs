using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class IdxMutationTests
{
    [Fact]
    public void A_mutated_file_is_read_or_refused_and_never_costs_more_memory_than_it_holds()
    {
        Random random = new(MassTests.Seed);
        byte[][] originals =
        [
            IdxBytes.Of([5, 4, 3]), IdxBytes.Of([30]), IdxBytes.Of(IdxElementType.Float32, [2, 2], new byte[16]),
            IdxBytes.Gzip(IdxBytes.Of([5, 4, 3])), IdxBytes.Gzip(IdxBytes.Of([300], modulus: 7)),
        ];
        MutationCount count = new();
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            byte[] bytes = Mutation.Mutate(originals[random.Next(originals.Length)], random);
            count.Run(bytes.Length, () => IdxBytes.Read(bytes), file =>
            {
                Assert.Equal(file.ElementCount, file.Sizes.Aggregate(1L, (a, b) => a * b));
                Assert.Equal(file.ElementCount, file.ToArray<float>().Length);
            });
        }

        count.AssertBoth();
    }
}
