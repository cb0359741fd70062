using FsCheck;
using FsCheck.Fluent;
using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

public sealed class MemoryPlannerTests
{
    [Fact]
    public void Memory_is_used_again_when_it_is_free()
    {
        MemoryRequest early = new(100, 0, 1), late = new(90, 2, 3), both = new(64, 1, 2);

        Assert.Equal(128 + 64, MemoryPlanner.Place([early, late, both]));
        Assert.Equal((0, 0, 128), (early.Offset, late.Offset, both.Offset));
    }

    [Fact]
    public void A_gap_is_filled()
    {
        MemoryRequest big = new(256, 0, 1), top = new(192, 1, 3), gap = new(64, 2, 3);

        Assert.Equal(448, MemoryPlanner.Place([big, top, gap]));
        Assert.Equal(0, gap.Offset);
    }

    [Fact]
    public void The_last_step_of_one_and_the_first_of_another_are_the_same_time()
    {
        MemoryRequest one = new(64, 0, 1), other = new(64, 1, 2);

        Assert.Equal(128, MemoryPlanner.Place([one, other]));
    }

    [Fact]
    public void Nothing_needs_nothing()
    {
        MemoryRequest empty = new(0, 0, 5);

        Assert.Equal(0, MemoryPlanner.Place([]));
        Assert.Equal(0, MemoryPlanner.Place([empty]));
        Assert.Equal(0, empty.Offset);
    }

    [Fact]
    public void What_is_live_at_once_does_not_overlap_and_the_end_is_not_beyond_the_sum()
    {
        Gen<(int Bytes, int First, int Last)> request =
            from bytes in Gen.Choose(0, 400)
            from first in Gen.Choose(0, 12)
            from length in Gen.Choose(0, 6)
            select (bytes, first, first + length);
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(MassTests.Count(50_000))
            .WithReplay(new Replay(new Rnd((ulong)MassTests.Seed, (ulong)((MassTests.Seed * 2) + 1)), null))
            .WithQuietOnSuccess(true);

        Prop.ForAll(Arb.From(Gen.ArrayOf(request)), AssertPlaced).Check(config);
    }

    private static void AssertPlaced((int Bytes, int First, int Last)[] lifetimes)
    {
        MemoryRequest[] requests = [.. lifetimes.Select(lifetime => new MemoryRequest(lifetime.Bytes, lifetime.First, lifetime.Last))];

        long total = MemoryPlanner.Place(requests);

        Assert.All(requests, request => Assert.True(request.Offset >= 0 && request.Offset % 64 == 0 && request.Offset + request.Bytes <= total));
        Assert.True(total <= requests.Sum(request => (request.Bytes + 63) / 64 * 64));
        for (int i = 0; i < requests.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (MemoryRequest left, MemoryRequest right) = (requests[i], requests[j]);
                bool isApart = left.Offset + left.Bytes <= right.Offset || right.Offset + right.Bytes <= left.Offset;
                bool isLiveTogether = lifetimes[i].First <= lifetimes[j].Last && lifetimes[j].First <= lifetimes[i].Last;
                Assert.True(isApart || !isLiveTogether || left.Bytes == 0 || right.Bytes == 0);
            }
        }
    }
}
