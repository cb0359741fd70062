using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Rules;

public sealed class PrimitiveMessageTests
{
    [Theory]
    [InlineData("drop(x, 2)", "2, 3", "Axis", "axis 2 is out of range for x 'h' (2, 3), which has 2 dimensions")]
    [InlineData("drop(x, -2)", "n", "Axis", "axis -2 is out of range for x 'h' (n), which has 1 dimension")]
    [InlineData("insert(x, 4, 1)", "2, 3", "Axis", "a new axis cannot stand at 4 in x 'h' (2, 3), which has 2 dimensions")]
    [InlineData("flatten(x, 1, 0)", "2, 3", "Axis", "axis 1 comes after axis 0 in x 'h' (2, 3)")]
    [InlineData("nonempty(x)", "2, 0", "Value", "x 'h' (2, 0) has no elements along dimension 1, and there is no result without any")]
    [InlineData("reduce(nonempty(x, 0), 5)", "2, 3", "Axis", "axis 5 is out of range for x 'h' (2, 3), which has 2 dimensions")]
    [InlineData("reshape(x, 4)", "2, 3", "ElementCount", "the number of elements changes: x 'h' (2, 3) has 6, (4) has 4")]
    [InlineData("reshape(x, 784)", "batch, 784", "ElementCount", "the number of elements changes: x 'h' (batch, 784) has 784*batch, (784) has 784")]
    [InlineData("reshape(x, -2)", "2, 3", "Value", "size 0 of -2 is -2; a size cannot be negative")]
    [InlineData("expand(x, 4)", "3", "Broadcast", "x 'h' (3) cannot be expanded to (4): the last dimension is 3, neither 1 nor 4")]
    [InlineData("expand(x, 4)", "2, 4", "Broadcast", "x 'h' (2, 4) has more dimensions than (4), to which it cannot be expanded")]
    [InlineData("matmul(x, x)", "", "Contraction", "x 'h' () is a scalar; a matrix product needs at least one dimension")]
    [InlineData("matmul(x, x)", "3, 2, 2, 2, 3", "Contraction", "inner dimensions differ: x 'h' (3, 2, 2, 2, 3) ends in 3, x 'h' (3, 2, 2, 2, 3) has in its last but one place 2")]
    [InlineData("concat(x, 0)", "", "Axis", "x 'h' () is a scalar and has no dimension to join along")]
    [InlineData("window(size(x, 0), 5)", "3", "Value", "the window spans 5, more than the padded size 3")]
    [InlineData("diagonal(x, 0, 1, -1)", "2, 3", "Axis", "axis 1 of x 'h' (2, 3) is given twice")]
    [InlineData("axes(x, 1, 1)", "n", "Axis", "axis 1 is out of range for x 'h' (n), which has 1 dimension")]
    [InlineData("window(size(x, 0), 2, 0)", "3", "Value", "the stride is 0; it must be at least 1")]
    [InlineData("window(size(x, 0), 2, 1, -1)", "3", "Value", "the padding is -1; it cannot be negative")]
    [InlineData("pool(size(x, 0), 3, 1, 2)", "3", "Value", "the padding is 2, more than half of the kernel size 3")]
    [InlineData("pool(size(x, 0), 5, 2, 0, 1, true)", "3", "Value", "the window spans 5, of which 4 must lie within the padded size 3")]
    [InlineData("pool(size(x, 0), 1, 2, 0, 1, true)", "0", "Value", "the window spans 1, of which 1 must lie within the padded size 0")]
    [InlineData("cover(size(x, 0), 3, 2, 0, 1, 2)", "3", "Value", "the output padding is 2; it must be less than the stride or the dilation, of which the larger is 2")]
    [InlineData("take(x, 0, 4)", "3", "Value", "4 is 4, more than the 3 in dimension 0 of x 'h' (3)")]
    [InlineData("take(x, 0, -1)", "3", "Value", "-1 is -1; it cannot be negative")]
    [InlineData("cover(size(x, 0), 1, 1, 2)", "3", "Value", "the padding leaves a size of -1; at least 1 is needed")]
    [InlineData("choose(size(x, 0), x, x)", "3", "Value", "size(x, 0) is 3; it must be one of 0 to 1")]
    [InlineData("share(size(x, 0), 2)", "3", "Value", "size(x, 0), which is 3, cannot be divided by 2, which is 2")]
    public void OneTensor(string rule, string shape, string kind, string message)
    {
        Mismatch mismatch = Method("Op", rule, Tensor("x")).Apply(Of(shape, "h")).Mismatch!;
        Assert.Equal("Op: " + message, mismatch.Message.Split("; did you mean")[0]);
        Assert.Equal(kind, mismatch.Kind.ToString());
        if (!rule.Contains("reshape(x, -2)"))
            Assert.Contains(0, mismatch.Arguments);
    }

    [Fact]
    public void AxesOfALaterArgument()
    {
        Signature sum = Method("Sum", "reduce(x, dims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList));
        Mismatch mismatch = sum.Apply(Of(2, 3), Ints(0, -2)).Mismatch!;
        Assert.Equal("Sum: axis 0 of x (2, 3) is given twice", mismatch.Message);
        Assert.Equal([1, 0], mismatch.Arguments);
        Signature permute = Method("Permute", "permute(x, dims)", Tensor("x"), Parameter("dims", ParameterKind.IntegerList));
        Assert.Equal("Permute: a permutation of 1 axis does not fit x (2, 3), which has 2 dimensions", permute.Apply(Of(2, 3), Ints(0)).Mismatch!.Message);
        Signature reshape = Method("Reshape", "reshape(x, sizes)", Tensor("x"), Parameter("sizes", ParameterKind.IntegerList));
        Assert.Equal("Reshape: sizes has more than one -1; only one size can be inferred", reshape.Apply(Of(2, 3), Ints(-1, -1)).Mismatch!.Message);
        Assert.Equal("Reshape: the inferred size is not a whole number: x (2, 3) has 6 elements, the other sizes make 4", reshape.Apply(Of(2, 3), Ints(-1, 4)).Mismatch!.Message);
        Assert.Equal("Reshape: the size of x (2, 3) cannot be inferred beside a size of 0", reshape.Apply(Of(2, 3), Ints(-1, 0)).Mismatch!.Message);
        Signature expand = Method("Expand", "expand(x, sizes)", Tensor("x"), Parameter("sizes", ParameterKind.IntegerList));
        Assert.Equal("Expand: size 0 of sizes is -1, but there is no dimension whose size it could keep", expand.Apply(Of(3), Ints(-1, 3)).Mismatch!.Message);
    }

    [Fact]
    public void AmountsOfALaterArgument()
    {
        Assert.Equal("Op: amounts has 1 number for the 2 axes of dims", Message("axes(x, dims, amounts)", Ints(0, 1), Ints(3)));
        Assert.Equal("Op: number 1 of amounts is -1; nothing can be repeated less than 0 times", Message("tile(x, amounts)", Ints(), Ints(2, -1)));
        Assert.Equal("Op: amounts has 3 amounts; each dimension takes two, before and after", Message("pad(x, amounts)", Ints(), Ints(1, 1, 1)));
        Assert.Equal("Op: 3 pairs of amounts for x (2, 3), which has 2 dimensions", Message("pad(x, amounts)", Ints(), Ints(1, 1, 1, 1, 1, 1)));
        Assert.Equal("Op: dimension 1 of x (2, 3) has size 3, and 4 cannot be cropped", Message("pad(x, amounts)", Ints(), Ints(-2, -2)));
        Assert.Equal(
            "Op: dimension 0 of x (2, 3) has size 2; its reflection is shorter than the padding of 2", Message("padreflection(x, amounts)", Ints(), Ints(2, 0, 1, 1)));
        Assert.Equal(
            "Op: dimension 1 of x (2, 3) cannot be padded by -1; only padding with a value can crop", Message("padedge(x, amounts)", Ints(), Ints(-1, 0)));

        static string Message(string rule, Argument dims, Argument amounts) => Method(
            "Op", rule, Tensor("x"), Parameter("dims", ParameterKind.IntegerList), Parameter("amounts", ParameterKind.IntegerList))
            .Apply(Of(2, 3), dims, amounts).Mismatch!.Message;
    }

    [Fact]
    public void Slices()
    {
        Signature slice = Method("Slice", "slice(x, slices)", Tensor("x"), Parameter("slices", ParameterKind.Slices));
        Assert.Equal("Slice: index 3 is outside dimension 0 of x 'a' (3, 4), which has size 3", Of(new IndexSlice(Dimension.Constant(3), false)));
        Assert.Equal("Slice: index ^0 is outside dimension 0 of x 'a' (3, 4), which has size 3", Of(new IndexSlice(Dimension.Zero, true)));
        Assert.Equal("Slice: range 2..5 is outside dimension 0 of x 'a' (3, 4), which has size 3", Of(Range(2, 5)));
        Assert.Equal("Slice: range 2..1 of dimension 0 of x 'a' (3, 4) ends before it starts", Of(Range(2, 1)));
        Assert.Equal("Slice: 3 indices for x 'a' (3, 4), which has 2 dimensions", Of(Range(0, 1), Range(0, 1), Range(0, 1)));

        string Of(params SliceItem[] items) => slice.Apply(Declare.Of("3, 4", "a"), new SlicesArgument(items)).Mismatch!.Message;

        RangeSlice Range(long start, long end) => new(Dimension.Constant(start), false, Dimension.Constant(end), false, Dimension.One);
    }

    [Fact]
    public void Joins()
    {
        Signature concat = Method("Cat", "concat(tensors, dim)", Parameter("tensors", ParameterKind.TensorList), Parameter("dim", ParameterKind.Integer));
        Assert.Equal(
            "Cat: the tensors differ in dimension 1, 3 against 4: tensors[0] (2, 3) and tensors[1] (5, 4)",
            concat.Apply(new TensorListArgument([ShapeValue.Of(2, 3), ShapeValue.Of(5, 4)]), Int(0)).Mismatch!.Message);
        Assert.Equal(
            "Cat: the tensors have different numbers of dimensions: tensors[0] (0) and tensors[1] (5, 4)",
            concat.Apply(new TensorListArgument([ShapeValue.Of(0), ShapeValue.Of(5, 4)]), Int(0)).Mismatch!.Message);
        Assert.Equal("Cat: tensors is an empty list; at least one tensor is needed", concat.Apply(new TensorListArgument([]), Int(0)).Mismatch!.Message);
    }

    [Theory]
    [InlineData("ij,jk->ik", "'j' is 3 in tensors[0] and 4 in tensors[1]")]
    [InlineData("ii,jk", "'i' is 2 and 3 in tensors[0] (2, 3)")]
    [InlineData("ijk,jk", "tensors[0] (2, 3) does not fit 'ijk', which has 3 dimensions")]
    [InlineData("...ijk,jk", "tensors[0] (2, 3) does not fit '...ijk', which has at least 3 dimensions")]
    [InlineData("ij", "the equation 'ij' is wrong: it names 1 operands, but there are 2")]
    [InlineData("ij,kl->im", "the equation 'ij,kl->im' is wrong: 'm' of the result is in no operand")]
    [InlineData("ij,kl->ii", "the equation 'ij,kl->ii' is wrong: 'i' is in the result twice")]
    [InlineData("ij,kl->i..", "the equation 'ij,kl->i..' is wrong: an ellipsis is three dots, once in an operand")]
    [InlineData("ij,k1", "the equation 'ij,k1' is wrong: '1' is not a letter")]
    [InlineData("ij,kl->...", "the equation 'ij,kl->...' is wrong: the result has an ellipsis, but no operand has one")]
    [InlineData("...,...", "the dimensions (4, 5) that the ellipsis stands for in tensors[1] do not broadcast with (2, 3), 5 against 3")]
    public void Einsum(string equation, string message)
    {
        Signature einsum = Method("Einsum", "einsum(equation, tensors)", Parameter("equation", ParameterKind.Text), Parameter("tensors", ParameterKind.TensorList));
        CallOutcome outcome = einsum.Apply(new TextArgument(equation), new TensorListArgument([ShapeValue.Of(2, 3), ShapeValue.Of(4, 5)]));
        Assert.Equal("Einsum: " + message, outcome.Mismatch!.Message);
    }

    [Theory]
    [InlineData("h", "W1", "h.MatMul(W1.T)")]
    [InlineData("a + b", "W[0]", "(a + b).MatMul(W[0].T)")]
    [InlineData("f(a + b)", "a - b", "f(a + b).MatMul((a - b).T)")]
    [InlineData("(Tensor<float>)h", "(Tensor)w", "((Tensor<float>)h).MatMul(((Tensor)w).T)")]
    [InlineData("this.H", "-w", "this.H.MatMul((-w).T)")]
    public void TheHintIsAnExpression(string left, string right, string hint)
    {
        Mismatch mismatch = Method("MatMul", "matmul(left, right)", Tensor("left"), Tensor("right")).Apply(Of("n, h", left), Of("k, h", right)).Mismatch!;
        Assert.EndsWith($"; did you mean {hint}?", mismatch.Message);
        Assert.Equal(1, mismatch.Suggestion!.Argument);
        Assert.Contains(string.Format(null, mismatch.Suggestion.Format, right), hint);
    }

    [Fact]
    public void TheLeftOperandIsTransposedWhenOnlyThatFits()
    {
        Mismatch mismatch = Method("MatMul", "matmul(left, right)", Tensor("left"), Tensor("right")).Apply(Of("n, h", "a"), Of("n, k", "b")).Mismatch!;
        Assert.Equal("MatMul: inner dimensions differ: left 'a' (n, h) ends in h, right 'b' (n, k) begins with n; did you mean a.T.MatMul(b)?", mismatch.Message);
        Assert.Equal(new Suggestion(0, "{0}.T"), mismatch.Suggestion);
    }

    [Fact]
    public void BatchDimensions()
    {
        Mismatch mismatch = Method("MatMul", "matmul(left, right)", Tensor("left"), Tensor("right")).Apply(Of(2, 3, 4), Of(5, 4, 6)).Mismatch!;
        Assert.Equal("MatMul: batch dimensions do not broadcast: left (2, 3, 4) and right (5, 4, 6) differ in dimension 3 from the right, 2 against 5", mismatch.Message);
        Assert.Equal(MismatchKind.Broadcast, mismatch.Kind);
    }
}
