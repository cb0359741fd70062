using FsCheck;
using FsCheck.Fluent;
using TypedTensors.Dimensions;
using TypedTensors.Shapes.Syntax;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Dimensions;

public sealed class FactsTests
{
    private static readonly Symbol Unknown = new("?", SymbolKind.Opaque, 1);

    [Theory]
    [InlineData("", "n + 1", "n + 1", "Proved")]
    [InlineData("", "n", "m", "Refuted")]
    [InlineData("", "n", "5", "Refuted")]
    [InlineData("", "n*n", "n", "Refuted")]
    [InlineData("n == 4", "n", "4", "Proved")]
    [InlineData("n == 4", "n", "5", "Refuted")]
    [InlineData("a == b; b == c", "a", "c", "Proved")]
    [InlineData("a == b; b == c", "a", "d", "Refuted")]
    [InlineData("a*b == n", "n // b", "a", "Proved")]
    [InlineData("d % h == 0", "h * (d // h)", "d", "Proved")]
    [InlineData("d % h == 0", "d % h", "0", "Proved")]
    [InlineData("d % h == 0", "d", "h", "Refuted")]
    [InlineData("d % (2*h) == 0", "d % h", "0", "Proved")]
    [InlineData("d % h == 0; n % h == 0", "(d + n) % h", "0", "Proved")]
    [InlineData("(a*b) % h == 0", "h * (a*b // h)", "a*b", "Proved")]
    [InlineData("n >= 1000", "n", "2000", "Refuted")]
    [InlineData("n < 3; n > 1", "n", "7", "Refuted")]
    [InlineData("n < 3; n > 5", "n", "7", "Unknown")]
    public void AreEqual(string facts, string left, string right, string expected) =>
        Assert.Equal(expected, Of(facts).AreEqual(Size(left), Size(right)).Answer.ToString());

    [Theory]
    [InlineData("", "n >= 0", "Proved")]
    [InlineData("", "n + 1 > 0", "Proved")]
    [InlineData("", "n > 0", "Refuted")]
    [InlineData("n >= 4", "n >= 2", "Proved")]
    [InlineData("n >= 4", "n != 3", "Proved")]
    [InlineData("n != 3", "n != 3", "Proved")]
    [InlineData("n >= 4", "n >= 5", "Refuted")]
    [InlineData("", "d % h == 0", "Refuted")]
    [InlineData("d % h == 0", "(2*d) % h == 0", "Proved")]
    [InlineData("", "3 < 2", "Refuted")]
    public void Holds(string facts, string claim, string expected) => Assert.Equal(expected, Of(facts).Holds(Claim(claim)).Answer.ToString());

    [Fact]
    public void OpaqueSizesNeverRefute()
    {
        Dimension opaque = Dimension.Of(Unknown), n = Size("n");
        Assert.Equal(Answer.Unknown, Facts.None.AreEqual(opaque, Dimension.Constant(3)).Answer);
        Assert.Equal(Answer.Unknown, Facts.None.AreEqual(opaque + n, n + n).Answer);
        Assert.Equal(Answer.Proved, Facts.None.AreEqual(opaque, opaque).Answer);

        // The difference is what counts: here it does not depend on the opaque size.
        Assert.Equal(Answer.Refuted, Facts.None.AreEqual(opaque, opaque + Dimension.One).Answer);
        var tied = new Facts([new Fact(n, Relation.Equal, opaque)]);
        Assert.Equal(Answer.Unknown, tied.AreEqual(n, Dimension.Constant(3)).Answer);
    }

    [Fact]
    public void AWitnessSatisfiesTheFactsAndReallyDiffers()
    {
        int refuted = 0;
        Properties.ForAll(
            from left in Expressions.Small
            from right in Expressions.Small
            from facts in Gen.ListOf(AnyFact, 2)
            select (left, right, facts),
            _ => [],
            50_000,
            claim =>
            {
                Dimension left = claim.left.Build(), right = claim.right.Build();
                var facts = new Facts([.. claim.facts]);
                Verdict verdict = facts.AreEqual(left, right);
                if (verdict.Answer != Answer.Refuted)
                {
                    Assert.Null(verdict.Witness);
                    return;
                }

                refuted++;
                long Lookup(Symbol symbol) => verdict.Witness!.TryGetValue(symbol, out long size) ? size : 1;
                Assert.All(verdict.Witness!, pair => Assert.True(pair.Value >= 0 && pair.Key.Kind == SymbolKind.Rigid));
                long? a = left.Evaluate(Lookup), b = right.Evaluate(Lookup);
                Assert.True(a is not null && b is not null && a != b, $"{left} is {a}, {right} is {b}");
                foreach (Fact fact in claim.facts.Where(fact => fact.Left.Symbols.Concat(fact.Right.Symbols).All(verdict.Witness!.ContainsKey)))
                    Assert.True(fact.Evaluate(Lookup), fact.ToString());
            });
        Assert.True(refuted > 0);
    }

    [Fact]
    public void WhatIsProvedHoldsForAllSizesThatSatisfyTheFacts()
    {
        int proved = 0;
        Properties.ForAll(
            from left in Expressions.Small
            from relation in Gen.Elements(Enum.GetValues<Relation>())
            from right in Expressions.Small
            from facts in Gen.ListOf(AnyFact, 2)
            select (left, relation, right, facts),
            _ => [],
            50_000,
            claim =>
            {
                var fact = new Fact(claim.left.Build(), claim.relation, claim.right.Build());
                if (new Facts([.. claim.facts]).Holds(fact).Answer != Answer.Proved)
                    return;
                proved++;
                var random = new Random(MassTests.Seed);
                for (int i = 0; i < 30; i++)
                {
                    Func<string, long> sizes = Expressions.Sizes(random, 5);
                    long Lookup(Symbol symbol) => sizes(symbol.Name);
                    if (claim.facts.All(assumed => assumed.Evaluate(Lookup) == true) && fact.Evaluate(Lookup) is bool holds)
                        Assert.True(holds, $"{fact} with {string.Join(", ", claim.facts)} at {string.Join(", ", Expressions.Names.Select(name => name + " = " + sizes(name)))}");
                }
            });
        Assert.True(proved > 0);
    }

    private static Gen<Fact> AnyFact =>
        from left in Expressions.Small
        from relation in Gen.Elements(Relation.Equal, Relation.Equal, Relation.NotEqual, Relation.Less, Relation.GreaterOrEqual)
        from right in Expressions.Small
        from divides in Gen.Elements(true, false)
        select divides && relation == Relation.Equal
            ? new Fact(Dimension.Remainder(left.Build(), right.Build()), relation, Dimension.Zero)
            : new Fact(left.Build(), relation, right.Build());

    private static Facts Of(string facts) => new([.. facts.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Claim)]);

    private static Fact Claim(string text)
    {
        FactSyntax node = ShapeParser.ParseFact(text, out _)!;
        return new Fact(StaticDimension.Of(node.Left, text), node.Relation, StaticDimension.Of(node.Right, text));
    }

    private static Dimension Size(string text) => StaticDimension.Of(ShapeParser.ParseExpression(text, out _)!, text);
}
