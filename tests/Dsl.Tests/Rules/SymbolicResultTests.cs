using TypedTensors.Dimensions;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

/// <summary>How precise the primitives are on shapes of which not everything is known.</summary>
public sealed class SymbolicResultTests
{
    [Theory]
    [InlineData("...b, n, d", "d", "(...b, n, d)")]
    [InlineData("...b, d", "...b, d", "(...b, d)")]
    [InlineData("n, ...b, d", "...b, 1", "(n, ...b, d)")]
    [InlineData("...b, d", "n, m, d", "(..., ?, ?, d)")]
    [InlineData("...b, d", "8, m, d", "(..., 8, ?, d)")]
    [InlineData("?", "7", "(7)")]
    [InlineData("?", "1", "(?)")]
    [InlineData("?", "n", "(?)")]
    [InlineData("...", "3", "(..., 3)")]
    [InlineData("n + 1, 1", "2*m", "(n + 1, 2*m)")]
    public void Broadcast(string left, string right, string expected)
    {
        Assert.Equal(expected, Result("broadcast(x, y)", Of(left), Of(right)));
        Assert.Equal(expected, Result("broadcast(x, y)", Of(right), Of(left)));
    }

    [Theory]
    [InlineData("...b, n, d", "d, k", "(...b, n, k)")]
    [InlineData("...b, d", "d, k", "(...b, k)")]
    [InlineData("...b, d", "d", "(...b)")]
    [InlineData("d", "...b, d, k", "(...b, k)")]
    [InlineData("...b, n, d", "...b, d, k", "(...b, n, k)")]
    [InlineData("...b, n, d", "...c, d, k", "(..., n, k)")]
    [InlineData("8, 1, n, d", "h, d, k", "(8, h, n, k)")]
    [InlineData("...", "d, k", "(..., k)")]
    [InlineData("n, d", "...", "(...)")]
    public void MatMul(string left, string right, string expected) => Assert.Equal(expected, Result("matmul(x, y)", Of(left), Of(right)));

    [Theory]
    [InlineData("drop(x, -1)", "...b, n, d", "(...b, n)")]
    [InlineData("drop(x, 0)", "...b, n, d", "(..., d)")]
    [InlineData("drop(x, 1)", "m, ...b, n, d", "(m, ..., d)")]
    [InlineData("drop(x, -2)", "m, ...b, d", "(..., d)")]
    [InlineData("keep(x, 1)", "...b", "(?)")]
    [InlineData("reduce(x, -1, true)", "...b, n", "(...b, 1)")]
    [InlineData("reduce(x)", "...b, n", "()")]
    [InlineData("insert(x, -1, 1)", "...b, n", "(...b, n, 1)")]
    [InlineData("insert(x, 0, rank(x))", "n, m", "(2, n, m)")]
    [InlineData("insert(x, 1, 1)", "...b, n, m", "(..., m)")]
    [InlineData("replace(x, -1, 2*size(x, -1))", "...b, n", "(...b, 2*n)")]
    [InlineData("swap(x, 0, -1)", "n, ...b, m", "(m, ...b, n)")]
    [InlineData("swap(x, 0, 1)", "n, ...b, m", "(...)")]
    [InlineData("swap(x, -1, -2)", "n, ...b, k, m", "(n, ...b, m, k)")]
    [InlineData("transpose(x)", "...b, n, m", "(...b, m, n)")]
    [InlineData("transpose(x)", "k, n, ...b, m", "(k, ...)")]
    [InlineData("flatten(x, 1, -1)", "n, h, w", "(n, h*w)")]
    [InlineData("flatten(x)", "...b, 2", "(2*product(...b))")]
    [InlineData("flatten(x, -2, -1)", "...b, h, w", "(...b, h*w)")]
    [InlineData("squeeze(x, 0)", "1, n", "(n)")]
    [InlineData("squeeze(x, 0)", "n + 2, n", "(n + 2, n)")]
    [InlineData("squeeze(x, 0)", "n, m", "(..., m)")]
    [InlineData("squeeze(x)", "1, n, 2, 1, m, 3", "(..., 3)")]
    [InlineData("product(x)", "n, 2, n", "(2*n*n)")]
    [InlineData("rank(x)", "...b, n", "(rank(...b) + 1)")]
    [InlineData("diagonal(x, 0, 0, 1)", "n, n", "(n)")]
    [InlineData("diagonal(x, 0, -2, -1)", "...b, n, m", "(...b, min(m, n))")]
    [InlineData("diagonal(x, 1, 0, 1)", "n, n, k", "(k, max(0, n - 1))")]
    [InlineData("tile(x, 2)", "...b, n", "(...b, 2*n)")]
    [InlineData("axes(x, 0)", "n, ...b", "(n, ...b)")]
    [InlineData("window(size(x, 0), 3, 2, 1)", "2*h", "(h)")]
    [InlineData("window(size(x, 0), 3, 1, 1)", "h", "(h)")]
    [InlineData("pool(size(x, 0), 2, 2, 0, 1, true)", "2*h", "(h)")]
    [InlineData("pool(size(x, 0), 2, 2, 0, 1, true)", "2*h + 1", "(h + 1)")]
    [InlineData("pool(size(x, 0), 2, 2, 0, 1, false)", "2*h + 1", "(h)")]
    [InlineData("pool(size(x, 0), 3, 2, 1, 1, true)", "2*h", "(h + 1)")]
    [InlineData("pool(size(x, 0), 2, 3, 0, 1, true)", "3*h + 2", "(h + 1)")]
    public void OneTensor(string rule, string shape, string expected) => Assert.Equal(expected, Result(rule, Of(shape), Of()));

    [Theory]
    [InlineData("n, m", "n, k", "(n, ?)")]
    [InlineData("...b, n", "...b, n", "(...b, n)")]
    [InlineData("n, m", "n", "(...)")]
    public void AnUnknownChoiceIsWhatAllHaveInCommon(string x, string y, string expected)
    {
        Signature choose = Method("Op", "choose(index, x, y)", Tensor("x"), Tensor("y"), Parameter("index", ParameterKind.Integer));
        Assert.Equal(expected, Shown(choose.Apply(Of(x), Of(y), new UnknownArgument())));
        Assert.Single(choose.Apply(Of(x), Of(y), new UnknownArgument()).Unproved);
    }

    [Fact]
    public void WhatAPoolingDoesWithTheRestMustBeKnownWhereItMatters()
    {
        Signature pool = Method("Op", "pool(size(x, 0), kernel, 2, 0, 1, roundsUp)", Tensor("x"), Parameter("kernel", ParameterKind.Integer), Parameter("roundsUp", ParameterKind.Boolean));
        Assert.Equal("(h + 1)", Shown(pool.Apply(Of("2*h + 2"), Int(2), new UnknownArgument())));
        Assert.Equal("(?)", Shown(pool.Apply(Of("2*h + 3"), Int(2), new UnknownArgument())));
        Assert.Empty(pool.Apply(Of("2*h + 3"), Int(2), new UnknownArgument()).Unproved);

        // Rounding up is more than can be told to fit: the window of 3 has a position over 2 only with it.
        CallOutcome outcome = pool.Apply(Of(2), Int(3), new UnknownArgument());
        Assert.Null(outcome.Mismatch);
        Assert.Equal("Op: it is not known whether the window, which spans 3, fits the padded size 2", Assert.Single(outcome.Unproved));
        Assert.NotNull(pool.Apply(Of(2), Int(4), new UnknownArgument()).Mismatch);
    }

    [Fact]
    public void APoolingRoundsUpToTheLastWindowThatBeginsInside()
    {
        Signature pool = Method("Op", "pool(size(x, 0), 2, stride, 1, 1, true)", Tensor("x"), Parameter("stride", ParameterKind.Integer));
        Assert.Equal("(min(h // s, (h - 1) // s + 1) + 1)", Shown(pool.Apply(Of("h"), new IntegerArgument(Size("s")))));
        Assert.Equal("(h // 3 + 1)", Shown(pool.Apply(Of("h"), Int(3))));
    }

    [Fact]
    public void UnknownAxesLeaveWhatTheyCannotBe()
    {
        Signature drop = Method("Op", "drop(x, dims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList));
        Assert.Equal("(?, ?)", Shown(drop.Apply(Of("n, m, k"), new IntegerListArgument([Size("?")]))));
        Assert.Equal("(...)", Shown(drop.Apply(Of("n, m, k"), new UnknownArgument())));
        Assert.Equal("(n, ...)", Shown(drop.Apply(Of("n, m, ...b"), Ints(1, 2))));

        Signature permute = Method("Op", "permute(x, dims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList));
        Assert.Equal("(k, ?, n)", Shown(permute.Apply(Of("n, ...b, k"), Ints(2, 1, 0))));
    }

    [Theory]
    [InlineData("", "batch, 28, 28", "-1, 784", "(batch, 784)")]
    [InlineData("", "batch, 28, 28", "batch, -1", "(batch, 784)")]
    [InlineData("", "n, h*k", "n, h, k", "(n, h, k)")]
    [InlineData("", "...b, n, m", "-1, m", "(n*product(...b), m)")]
    [InlineData("d % h == 0", "n, d", "n, h, -1", "(n, h, d/h)")]
    [InlineData("d % h == 0", "n, d", "n, h, d/h", "(n, h, d/h)")]
    public void Reshape(string fact, string shape, string sizes, string expected)
    {
        SignatureBody body = Signature.Parse("F", [Tensor("x", shape), Tensor("names", "n, d, h, k, m, batch, ...b")], new ResultDeclaration([]), fact.Length == 0 ? [] : [fact], [])
            .EnterBody(new FreshSymbols());
        Dimension[] values = [.. sizes.Split(", ").Select(size => size == "-1" ? Dimension.Constant(-1) : body.ParsePattern(size, Fresh, out _)[0])];
        Signature reshape = Method("Reshape", "reshape(x, sizes)", Tensor("x"), Parameter("sizes", ParameterKind.IntegerList));
        CallOutcome outcome = reshape.Apply([new TensorArgument(body.ParameterShapes[0]![0]), new IntegerListArgument(values)], body.Facts, null, new FreshSymbols());
        Assert.Null(outcome.Mismatch);
        Assert.Empty(outcome.Unproved);
        Assert.Equal(expected, Shown(outcome));
    }

    [Fact]
    public void PatternsCanHoldPacks()
    {
        Signature reshape = Method("Reshape", "reshape(x, shape)", Tensor("x"), Parameter("shape", ParameterKind.Pattern));
        CallOutcome outcome = reshape.Apply(Of("...b, h, d"), new PatternArgument(Shape("...b, h*d")));
        Assert.Null(outcome.Mismatch);
        Assert.Empty(outcome.Unproved);
        Signature expand = Method("Expand", "expand(x, shape)", Tensor("x"), Parameter("shape", ParameterKind.Pattern));
        Assert.Equal("(...b, h, d)", Shown(expand.Apply(Of("1, d"), new PatternArgument(Shape("...b, h, d")))));
    }

    [Fact]
    public void Slices()
    {
        Signature slice = Method("Slice", "slice(x, slices)", Tensor("x"), Parameter("slices", ParameterKind.Slices));
        Assert.Equal("(m)", Shown(slice.Apply(Of("n, m"), At(Index("k")))));
        Assert.Equal("(n - 1, m)", Shown(slice.Apply(Of("n, m"), At(Range("1", false, "0", true)))));
        Assert.Equal("(1, (n + 1) // 2, m)", Shown(slice.Apply(Of("n, m"), At(new NewAxisSlice(), Range("0", false, "0", true, 2)))));
        Assert.Equal("(..., m, k)", Shown(slice.Apply(Of("...b, n, m, k"), At(Index("0")))));
        Assert.Equal("(n, ..., k)", Shown(slice.Apply(Of("n, ...b, m, k"), At(Range("0", false, "0", true), new UnknownSlice()))));
        Assert.Equal("(..., m)", Shown(slice.Apply(Of("n, m"), At(new UnknownSlice()))));
        Assert.Empty(slice.Apply(Of("n + 1, m"), At(Index("0"))).Unproved);
        Assert.Single(slice.Apply(Of("n, m"), At(Index("0"))).Unproved);
    }

    [Fact]
    public void Joins()
    {
        Signature concat = Method("Cat", "concat(tensors, dim)", Parameter("tensors", ParameterKind.TensorList), Parameter("dim", ParameterKind.Integer));
        Assert.Equal("(a + b, n)", Shown(concat.Apply(List("a, n", "b, n"), Int(0))));
        Assert.Equal("(...b, m + n)", Shown(concat.Apply(List("...b, m", "...b, n"), Int(-1))));
        Assert.Equal("(8, m + n)", Shown(concat.Apply(List("?, m", "8, n"), Int(1))));
        Assert.Equal("(2*n, 4)", Shown(concat.Apply(List("n, 4", "n, ...b"), Int(0))));
        Signature stack = Method("Stack", "stack(tensors, dim)", Parameter("tensors", ParameterKind.TensorList), Parameter("dim", ParameterKind.Integer));
        Assert.Equal("(n, 3)", Shown(stack.Apply(List("...", "n", "?"), Int(-1))));
        Assert.Equal("(2, ...b)", Shown(stack.Apply(List("...b", "...b"), Int(0))));
    }

    [Theory]
    [InlineData("...ij,...jk->...ik", "...b, n, d", "...b, d, k", "(...b, n, k)")]
    [InlineData("bij,bjk", "b, n, d", "b, d, k", "(n, k)")]
    [InlineData("i...,i...->...", "n, 3", "n, m, 1", "(m, 3)")]
    [InlineData("...i,i", "...b, d", "?", "(...b)")]
    public void Einsum(string equation, string left, string right, string expected)
    {
        Signature einsum = Method("Einsum", "einsum(equation, tensors)", Parameter("equation", ParameterKind.Text), Parameter("tensors", ParameterKind.TensorList));
        Assert.Equal(expected, Shown(einsum.Apply(new TextArgument(equation), List(left, right))));
    }

    private static SlicesArgument At(params SliceItem[] items) => new(items);

    private static IndexSlice Index(string position) => new(Size(position), false);

    private static RangeSlice Range(string start, bool startFromEnd, string end, bool endFromEnd, long step = 1) =>
        new(Size(start), startFromEnd, Size(end), endFromEnd, Dimension.Constant(step));

    private static TensorListArgument List(params string[] shapes) => new([.. shapes.Select(Shape)]);

    private static string Result(string rule, Argument x, Argument y) => Shown(Method("Op", rule, Tensor("x"), Tensor("y")).Apply(x, y));

    private static string Shown(CallOutcome outcome)
    {
        Assert.True(outcome.Mismatch is null, outcome.Mismatch?.Message);
        return outcome.Results[0].ToString();
    }
}
