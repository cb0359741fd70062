using FsCheck;
using FsCheck.Fluent;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Shapes;

public sealed class ParserTests
{
    private static readonly string[] Tokens =
    [
        "n", "batch", "x", "k", "dims", "_", "?", "...", "...b", "...x", "(", ")", ",", ", ", "+", "-", "*", "/", "//", "%", "==", "<=",
        "0", "1", "784", "99999999999999999999", "min", "max", "drop(x, dims)", "broadcast(", "rank(x)", "size(x, ", "true", " ", ".", "€", "😀",
    ];

    // The mistake is what stands between the brackets; at the end of the text they hold nothing.
    [Theory]
    [InlineData("batch, [$]n", "'$' does not belong to the shape language")]
    [InlineData("batch, [😀]", "'😀' does not belong to the shape language")]
    [InlineData("batch,[]", "an item is missing after the last comma")]
    [InlineData("batch, [,] n", "a size is missing before ','")]
    [InlineData("n + []", "a size is missing at the end")]
    [InlineData("n [m]", "a comma or the end is missing before 'm'")]
    [InlineData("2 * (n + 1[]", "')' is missing at the end")]
    [InlineData("...a, n, [...b]", "a shape has at most one pack; '...a' is already there")]
    [InlineData("n, [99999999999999999999]", "the number is too large")]
    [InlineData("n, [-3]", "a size cannot be negative: -3")]
    [InlineData("n, [2 - 5]", "a size cannot be negative: -3")]
    [InlineData("n + [_]", "'_' stands for a whole size and cannot be part of an expression")]
    [InlineData("n + [...]b", "a pack cannot be part of an expression")]
    [InlineData("n, [d/h], d, h", "'/' is exact division, and nothing shows that d % h == 0; add [Where(\"d % h == 0\")] or use '//'")]
    [InlineData("n, [(n + d)/2], d", "'/' is exact division, and nothing shows that (n + d) % 2 == 0; add [Where(\"(n + d) % 2 == 0\")] or use '//'")]
    [InlineData("n // [0]", "division by zero")]
    [InlineData("[dorp](x, 0)", "'dorp' is not a primitive of the shape language; did you mean 'drop'?")]
    [InlineData("[frobnicate](x)", "'frobnicate' is not a primitive of the shape language")]
    [InlineData("[drop(x)]", "'drop' takes x, dims")]
    [InlineData("[reduce(x, dims, flag, 1)]", "'reduce' takes x, [dims], [keepDims]")]
    [InlineData("drop(x, [flag])", "'dims' of 'drop' takes an integer or a list of integers, not a truth value")]
    [InlineData("reduce(x, dims, [1])", "'keepDims' of 'reduce' takes a truth value, not an integer")]
    [InlineData("matmul(x, [k])", "'right' of 'matmul' takes a shape or a shape pattern, not an integer")]
    [InlineData("n, [...rank(x)]", "'rank' yields a size, not a shape; write it without '...'")]
    [InlineData("1 + [drop(x, 0)]", "'drop' yields a shape and cannot be part of a size")]
    [InlineData("n, [k]", "'k' is an integer parameter; mark it with [Dim] to use it as a dimension")]
    [InlineData("insert(x, 0, [m])", "'m' is neither a parameter nor a dimension of one")]
    [InlineData("drop([...c], 0)", "no parameter binds the pack '...c'")]
    [InlineData("[min(n)], n", "'min' takes two or more sizes")]
    [InlineData("insert(x, 0, 1 + [dims])", "the parameter 'dims' is not an integer")]
    public void MistakesArePlaced(string marked, string message)
    {
        int start = marked.IndexOf('['), end = marked.IndexOf(']') - 1;
        string text = marked.Remove(end + 1, 1).Remove(start, 1);
        DeclarationProblem problem = Assert.Single(AsResult(text).Problems);
        Assert.Equal("return", problem.Place);
        Assert.Equal(0, problem.Item);
        Assert.Equal((start, end - start, message), (problem.Problem.Start, problem.Problem.Length, problem.Problem.Message));
    }

    [Fact]
    public void ProblemsSayWhichText()
    {
        Signature signature = Signature.Parse(
            "F",
            [Tensor("x", "n", "m,"), Tensor("y", "n", -1), new("pair", ParameterKind.TensorTuple, ["n", "$"])],
            new ResultDeclaration([["2*q"]], "n + "),
            ["n % 2", "z > 0"],
            []);
        Assert.Equal(
            [
                new("x", 1, new SyntaxProblem(2, 0, "an item is missing after the last comma")),
                new("y", 1, new SyntaxProblem(0, 2, "a size cannot be negative: -1")),
                new("pair", 1, new SyntaxProblem(0, 1, "'$' does not belong to the shape language")),
                new("return", 0, new SyntaxProblem(4, 0, "a size is missing at the end")),
                new("where", 0, new SyntaxProblem(5, 0, "a comparison: ==, !=, <, <=, > or >= is missing at the end")),
                new("where", 1, new SyntaxProblem(0, 1, "nothing gives 'z' a size: it needs a place of its own in the shape of a parameter", IsUnboundName: true)),
            ],
            signature.Problems.OrderBy(problem => Array.IndexOf(["x", "y", "pair", "return", "where"], problem.Place)).ThenBy(problem => problem.Item).ToArray());

        // What is broken counts as undeclared; the rest goes on working.
        Assert.Null(signature.Apply(Of(3), Of(1, 2), new TensorListArgument([ShapeValue.Of(1), ShapeValue.Of(1)])).Mismatch);
    }

    [Fact]
    public void ANameNeedsAPlainUseInAParameter()
    {
        DeclarationProblem problem = Assert.Single(Method("F", "n", Tensor("x", "2*n")).Problems);
        Assert.Equal(new("x", 0, new SyntaxProblem(2, 1, "nothing gives 'n' a size: it needs a place of its own in the shape of a parameter", IsUnboundName: true)), problem);
        Assert.Empty(Method("F", "n", Tensor("x", "2*n"), Tensor("y", "n")).Problems);
        Assert.Empty(Method("F", "n", Tensor("x", "2*n"), Dim("n")).Problems);
        Assert.Empty(Signature.Parse("F", [Tensor("x", "2*n")], new ResultDeclaration([]), [], ["n"]).Problems);
    }

    [Fact]
    public void ExactDivisionIsProvedByAFact()
    {
        Assert.Empty(MethodWhere("F", "d % h == 0", "n, h, d/h", Tensor("x", "n, d"), Dim("h")).Problems);
        Assert.Empty(MethodWhere("F", "d % (2*h) == 0", "d/h, (3*d)/(2*h)", Tensor("x", "n, d"), Dim("h")).Problems);
        Assert.Empty(Method("F", "(2*n)/2, (n*m)/m", Tensor("x", "n, m")).Problems);
        Assert.Single(MethodWhere("F", "d % 2 == 0", "d/4", Tensor("x", "n, d")).Problems);
    }

    [Fact]
    public void ArbitraryTextsNeverThrow()
    {
        Gen<string> arbitrary = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
        Gen<string> plausible = Gen.ListOf(Gen.Elements(Tokens)).Select(string.Concat);
        Properties.ForAll(Gen.OneOf(arbitrary, plausible), text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)]], 100_000, text =>
        {
            Signature signature = AsResult(text);
            foreach (SyntaxProblem problem in signature.Problems.Select(problem => problem.Problem))
            {
                Assert.InRange(problem.Start, 0, text.Length);
                Assert.InRange(problem.Length, problem.Start == text.Length ? 0 : 1, text.Length - problem.Start);
                Assert.False(problem.Message.Contains('\n'), problem.Message);
            }

            Assert.Single(signature.Apply(Of(2, 3), Int(1), new UnknownArgument(), new AbsentArgument()).Results);
            SignatureBody body = signature.EnterBody(new FreshSymbols());
            body.CheckResult("F", 0, ShapeValue.Of(2, 3), null);
            body.ParsePattern(text, new FreshSymbols(), out _);
            Signature.Parse("F", [Tensor("x", text)], new ResultDeclaration([], text), [text + "==" + text], []).Apply(Of(2, 3));
        });
    }

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    [InlineData('n')]
    public void LongTextsNeverOverflowTheStack(char repeated)
    {
        string text = repeated == 'n' ? string.Join("+", Enumerable.Repeat("n", 100_000)) : new string(repeated, 100_000);
        Assert.Equal("the expression is too long", Assert.Single(AsResult(text).Problems).Problem.Message);
    }

    [Theory]
    [InlineData("", "()")]
    [InlineData("batch, 28*28", "(batch, 784)")]
    [InlineData("...b, n", "(...b, n)")]
    [InlineData("..., n", "(..., n)")]
    [InlineData("?, _", "(?, ?)")]
    [InlineData(" n , 2*(n+1) ", "(n, 2*n + 2)")]
    [InlineData("h*k // k, min(n, 3), n % 2", "(h, min(n, 3), n % 2)")]
    public void ShapesPrint(string text, string printed)
    {
        var body = Method("F", "", Tensor("x", "h, k, n, ...b")).EnterBody(new FreshSymbols());
        ShapeValue shape = body.ParsePattern(text, new FreshSymbols(), out IReadOnlyList<SyntaxProblem> problems);
        Assert.Empty(problems);
        Assert.Equal(printed, shape.ToString());
    }

    [Fact]
    public void PatternsKnowTheNamesOfTheBody()
    {
        SignatureBody body = MethodWhere("F", "n % 2 == 0", "", Tensor("x", "n, ...b")).EnterBody(new FreshSymbols());
        ShapeValue shape = body.ParsePattern("n/2, other, ...b", new FreshSymbols(), out IReadOnlyList<SyntaxProblem> problems);
        Assert.Empty(problems);
        Assert.Equal("(n/2, other, ...b)", shape.ToString());
        Assert.Equal(body.Packs["b"], shape.Items[2].Pack);
        Assert.True(shape[1].IsSymbol(out Symbol other) && other.Kind == SymbolKind.Opaque);
        body.ParsePattern("n, n/4", new FreshSymbols(), out problems);
        Assert.Equal(new SyntaxProblem(3, 3, "'/' is exact division, and nothing shows that n is a multiple of 4; use '//' or state it with [Where]"), Assert.Single(problems));
        body.ParsePattern("drop(x, 0)", new FreshSymbols(), out problems);
        Assert.Equal(new SyntaxProblem(0, 10, "a rule cannot stand here: there are no parameters that it could refer to"), Assert.Single(problems));
    }

    private static Signature AsResult(string text) => Method(
        "F", text, Tensor("x"), Parameter("k", ParameterKind.Integer), Parameter("dims", ParameterKind.IntegerList), Parameter("flag", ParameterKind.Boolean));
}
