using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TypedTensors.Tests.Support;

/// <summary>Runs properties with the counts and the seed that all mass tests share.</summary>
internal static class Properties
{
    public static void ForAll<T>(Gen<T> generator, Func<T, IEnumerable<T>> shrink, int fullCount, Action<T> property) =>
        Run(Prop.ForAll(Arb.From(generator, shrink), property), fullCount);

    /// <summary>For cases that are built from a random source: what is reported on failure is the case's own message and its seed.</summary>
    public static void ForAllSeeds(int fullCount, Action<Random> property) =>
        Run(Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => property(new Random(seed))), fullCount);

    private static void Run(Property property, int fullCount)
    {
        var replay = new Replay(new Rnd((ulong)MassTests.Seed, (ulong)((MassTests.Seed * 2) + 1)), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(MassTests.Count(fullCount))
            .WithReplay(FSharpOption<Replay>.Some(replay))
            .WithQuietOnSuccess(true);
        property.Check(config);
    }
}
