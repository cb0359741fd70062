using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Rules;

public sealed class PrimitiveTests
{
    public static TheoryData<string> Primitives => [.. PrimitiveCase.Names];

    [Fact]
    public void EveryPrimitiveHasCases() => Assert.Equal(PrimitiveTable.Names.Order(), PrimitiveCase.Names.Order());

    [Theory]
    [MemberData(nameof(Primitives))]
    public void AgreesWithTheReferenceOnConcreteShapes(string primitive)
    {
        int right = 0, wrong = 0;
        Properties.ForAllSeeds(20_000, random =>
        {
            PrimitiveCase next = PrimitiveCase.Next(primitive, random);
            Assert.Empty(next.Signature.Problems);
            CallOutcome outcome = next.Signature.Apply(next.Arguments);
            Assert.True(outcome.Mismatch is null == next.Expected is not null, $"{next}: {outcome.Mismatch?.Message ?? outcome.Results[0].ToString()}");
            Assert.Empty(outcome.Unproved);
            if (next.Expected is null)
            {
                wrong++;
                return;
            }

            right++;
            Assert.True(outcome.Results[0].Equals(ShapeValue.Of(next.Expected)), $"{next}: {outcome.Results[0]}");
        });
        Assert.True(right > 0 && (wrong > 0 || primitive is "transpose" or "rank" or "product"), $"one-sided: {right} right, {wrong} wrong");
    }

    /// <summary>What is claimed of abstract arguments holds for the concrete ones that they stand for.</summary>
    [Theory]
    [MemberData(nameof(Primitives))]
    public void IsSoundOnAbstractShapes(string primitive)
    {
        Properties.ForAllSeeds(50_000, random =>
        {
            PrimitiveCase next = PrimitiveCase.Next(primitive, random);
            SymbolKind kind = random.Next(2) == 0 ? SymbolKind.Rigid : SymbolKind.Opaque;
            var abstraction = new Abstraction(random, kind);
            Argument[] arguments = [.. next.Arguments.Select(abstraction.Of)];
            CallOutcome outcome = next.Signature.Apply(arguments);
            string shown = $"{string.Join("; ", arguments.Select(PrimitiveCase.Show))} gives {outcome.Results[0]}, {outcome.Mismatch?.Message ?? "no mistake"}; {next}";
            if (next.Expected is null)
            {
                // A size 0 that an abstract size might be is not told; see the primitives that need elements.
                bool told = outcome.Mismatch is not null || outcome.Unproved.Count > 0;
                Assert.True(told || primitive is "nonempty" or "reshape", shown);
            }
            else if (outcome.Mismatch is null)
            {
                Assert.True(abstraction.Covers(outcome.Results[0], next.Expected), shown);
            }
            else
            {
                Assert.True(kind == SymbolKind.Rigid, "a mistake is claimed of unknown sizes: " + shown);
            }
        });
    }
}
