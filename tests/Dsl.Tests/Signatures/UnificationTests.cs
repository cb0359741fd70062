using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Signatures;

public sealed class UnificationTests
{
    [Fact]
    public void AcceptsExactlyWhatSomeSizesOfTheNamesSatisfy()
    {
        int accepted = 0, rejected = 0;
        Properties.ForAllSeeds(50_000, random =>
        {
            RandomDeclaration declaration = RandomDeclaration.Next(random);
            Assert.Empty(declaration.Signature.Problems);
            long[][] shapes = declaration.Shapes(random, mutate: random.Next(2) == 0);
            CallOutcome outcome = declaration.Signature.Apply([.. shapes.Select(shape => (Argument)Of(shape))]);
            string shown = $"{declaration}: {string.Join(" ", shapes.Select(shape => ShapeValue.Of(shape)))} gives {outcome.Results[0]}, {outcome.Mismatch?.Message}";
            long[]? expected = declaration.Solve(shapes);
            Assert.True(outcome.Mismatch is null == expected is not null, shown);
            if (expected is null)
            {
                rejected++;
                return;
            }

            accepted++;
            Assert.Empty(outcome.Unproved);
            Assert.True(outcome.Results[0].Equals(ShapeValue.Of(expected)), shown);
        });
        Assert.True(accepted > 0 && rejected > 0, $"{accepted} accepted, {rejected} rejected");
    }

    /// <summary>Any sizes that satisfy what is claimed of abstract arguments satisfy the declaration.</summary>
    [Fact]
    public void IsSoundOnAbstractShapes()
    {
        Properties.ForAllSeeds(100_000, random =>
        {
            RandomDeclaration declaration = RandomDeclaration.Next(random);
            long[][] shapes = declaration.Shapes(random, mutate: random.Next(3) == 0);
            SymbolKind kind = random.Next(2) == 0 ? SymbolKind.Rigid : SymbolKind.Opaque;
            var abstraction = new Abstraction(random, kind);
            Argument[] arguments = [.. shapes.Select(shape => abstraction.Of(Of(shape)))];
            CallOutcome outcome = declaration.Signature.Apply(arguments);
            string shown = $"{declaration}: {string.Join(" ", arguments.Select(Rules.PrimitiveCase.Show))} for {string.Join(" ", shapes.Select(shape => ShapeValue.Of(shape)))} gives {outcome.Results[0]}, {outcome.Mismatch?.Message ?? "no mistake"}";
            long[]? expected = declaration.Solve(shapes);
            if (expected is null)
                Assert.True(outcome.Mismatch is not null || outcome.Unproved.Count > 0, shown);
            else if (outcome.Mismatch is null)
                Assert.True(abstraction.Covers(outcome.Results[0], expected), shown);
            else
                Assert.True(kind == SymbolKind.Rigid, "a mistake is claimed of unknown sizes: " + shown);
        });
    }

    [Fact]
    public void PacksBindRunsAndMustAgree()
    {
        Signature signature = Method("F", "...b, k", Tensor("x", "...b, n"), Tensor("y", "...b, k"));
        Assert.Equal("(2, 3, 5)", signature.Apply(Of(2, 3, 4), Of(2, 3, 5)).Results[0].ToString());
        Assert.Equal("(5)", signature.Apply(Of(4), Of(5)).Results[0].ToString());
        Assert.Equal("(...c, m, 5)", signature.Apply(Of("...c, m, 4"), Of("...c, m, 5")).Results[0].ToString());
        Assert.Equal(
            "F: y (2, 7, 5) does not match (...b, k): dimension 1 is 7, not 3; ...b is (2, 3) from x",
            signature.Apply(Of(2, 3, 4), Of(2, 7, 5)).Mismatch!.Message);
        Assert.Equal(
            "F: y (3, 5) does not match (...b, k): it has 2 dimensions, not 3",
            signature.Apply(Of(2, 3, 4), Of(3, 5)).Mismatch!.Message);
        Assert.NotNull(signature.Apply(Of("...c, 4"), Of("...d, 5")).Mismatch);
        Assert.Single(signature.Apply(Of("...c, 4"), new UnknownArgument()).Unproved);
    }

    [Fact]
    public void ALaterUseThatIsKnownBindsInsteadOfAnUnknownOne()
    {
        Signature signature = Method("F", "n", Tensor("x", "n"), Tensor("y", "n"));
        CallOutcome outcome = signature.Apply(Of("?"), Of(3));
        Assert.Equal("(3)", outcome.Results[0].ToString());
        Assert.Equal("F: it is not known whether x (?) matches (n)", Assert.Single(outcome.Unproved));
    }

    [Fact]
    public void NamesOfTheSurroundingTypeAreTheCallersOnTheSameInstance()
    {
        Signature signature = Signature.Parse("Forward", [Tensor("x", "batch, hidden")], new ResultDeclaration([["batch, 2*hidden"]]), [], ["hidden"]);
        Dictionary<string, Dimension> same = new() { ["hidden"] = Size("hidden") };
        CallOutcome outcome = signature.Apply([Of("batch, hidden")], Facts.None, same, new FreshSymbols());
        Assert.Equal("(batch, 2*hidden)", outcome.Results[0].ToString());
        outcome = signature.Apply([Of("batch, 8")], Facts.None, same, new FreshSymbols());
        Assert.Equal("Forward: x (batch, 8) does not match (batch, hidden): dimension 1 is 8, not hidden", outcome.Mismatch!.Message);
        outcome = signature.Apply([Of("batch, 8")], Facts.None, null, new FreshSymbols());
        Assert.Equal("(batch, 16)", outcome.Results[0].ToString());
    }

    [Fact]
    public void RulesMayStandInParametersAndAmongOtherItems()
    {
        Signature loss = Method("CrossEntropy", "", Tensor("logits"), Tensor("target", "drop(logits, min(1, rank(logits) - 1))"));
        Assert.Empty(loss.Problems);
        Assert.Null(loss.Apply(Of("batch, classes"), Of("batch")).Mismatch);
        Assert.Null(loss.Apply(Of(10), Of()).Mismatch);
        Assert.Null(loss.Apply(Of("batch, classes, h, w"), Of("batch, h, w")).Mismatch);
        Assert.Equal(
            "CrossEntropy: target 'y' (31) does not match (drop(logits, min(1, rank(logits) - 1))), which is (32): dimension 0 is 31, not 32",
            loss.Apply(Of("32, 10", "z"), Of("31", "y")).Mismatch!.Message);

        Signature strict = Method("CrossEntropy", "", Tensor("logits", "..., _"), Tensor("target", "drop(logits, -1)"));
        Assert.Equal("CrossEntropy: logits () does not match (..., _): it has 0 dimensions, not at least 1", strict.Apply(Of(), Of()).Mismatch!.Message);

        Signature embed = Method("Embed", "...drop(x, dim), k", Tensor("x"), Parameter("dim", ParameterKind.Integer), Tensor("table", "_, k"));
        Assert.Empty(embed.Problems);
        Assert.Equal("(n, 64)", embed.Apply(Of("n, m"), Int(1), Of(1000, 64)).Results[0].ToString());

        Signature zeros = Method("Zeros", "...shape", Parameter("shape", ParameterKind.IntegerList));
        Assert.Empty(zeros.Problems);
        Assert.Equal("(3, 5)", zeros.Apply(Ints(3, 5)).Results[0].ToString());
        Assert.Equal("Zeros: size 1 of shape is -5; a size cannot be negative", zeros.Apply(Ints(3, -5)).Mismatch!.Message);
        Assert.True(zeros.Apply(new UnknownArgument()).Results[0].IsUnknown);

        Signature assume = Method("Assume", "...shape", Tensor("x", "...shape"), Parameter("shape", ParameterKind.Pattern));
        Assert.Empty(assume.Problems);
        Assert.Equal("(n, 3)", assume.Apply(new UnknownArgument(), new PatternArgument(Shape("n, 3"))).Results[0].ToString());
        Assert.Equal("Assume: x (n, 4) does not match (...shape), which is (n, 3): dimension 1 is 4, not 3", assume.Apply(Of("n, 4"), new PatternArgument(Shape("n, 3"))).Mismatch!.Message);
    }

    [Fact]
    public void IntegersAndTuples()
    {
        Signature size = Signature.Parse("Size", [Tensor("this"), Parameter("index", ParameterKind.Integer)], new ResultDeclaration([], "size(this, index)"), [], []);
        Assert.Empty(size.Problems);
        Assert.Equal(Size("n"), size.Apply(Of("batch, n"), Int(-1)).Integer);
        Assert.Equal("Size: axis 2 is out of range for receiver 'x' (batch, n), which has 2 dimensions", size.Apply(Of("batch, n", "x"), Int(2)).Mismatch!.Message);

        Signature pair = Signature.Parse("Pair", [new("pair", ParameterKind.TensorTuple, ["...b, n", "...b"])], new ResultDeclaration([["...b"], ["n"], ["fresh"], ["fresh"]]), [], []);
        Assert.Empty(pair.Problems);
        CallOutcome outcome = pair.Apply(new TensorListArgument([ShapeValue.Of(2, 3), ShapeValue.Of(2)]));
        Assert.Equal(["(2)", "(3)", "(?)", "(?)"], outcome.Results.Select(result => result.ToString()));
        Assert.Equal(outcome.Results[2], outcome.Results[3]);
        Assert.NotNull(pair.Apply(new TensorListArgument([ShapeValue.Of(2, 3), ShapeValue.Of(4)])).Mismatch);
    }

    [Fact]
    public void TheBodySeesRigidNames()
    {
        Signature signature = Signature.Parse(
            "Attend",
            [Tensor("x", "...b, d"), Dim("heads"), Tensor("mask", "drop(x, -1)"), Tensor("free"), Tensor("hole", "_, n")],
            new ResultDeclaration([["...b, heads, d/heads"]]),
            ["d % heads == 0"],
            ["hidden"]);
        Assert.Empty(signature.Problems);
        SignatureBody body = signature.EnterBody(new FreshSymbols());
        Assert.Equal("(...b, d)", body.ParameterShapes[0]![0].ToString());
        Assert.Equal("(...b)", body.ParameterShapes[2]![0].ToString());
        Assert.True(body.ParameterShapes[3]![0].IsUnknown);
        Assert.True(body.ParameterShapes[4]![0][0].IsSymbol(out Symbol hole) && hole.Kind == SymbolKind.Opaque);
        Assert.Equal(["d", "heads", "hidden", "n"], body.Dimensions.Keys.Order());
        Assert.Equal("(...b, heads, d/heads)", body.Results[0].ToString());
        Assert.Equal("d % heads == 0", Assert.Single(body.Facts.Items).ToString());
        Assert.Equal(Answer.Proved, body.Facts.AreEqual(body.Dimensions["heads"] * body.Results[0][2], body.Dimensions["d"]).Answer);
    }
}
