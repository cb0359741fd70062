using TypedTensors.Signatures;
using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Signatures;

public sealed class MessageTests
{
    private static readonly Signature MatMul = Method("MatMul", "matmul(left, right)", Tensor("left"), Tensor("right"));

    private static readonly Signature Add = Method("Add", "broadcast(left, right)", Tensor("left"), Tensor("right"));

    [Fact]
    public void MatMulWithTextsSuggestsTheTranspose()
    {
        CallOutcome outcome = MatMul.Apply(Of("batch, hidden", "h"), Of("784, hidden", "W1"));
        Assert.Equal(
            "MatMul: inner dimensions differ: left 'h' (batch, hidden) ends in hidden, right 'W1' (784, hidden) begins with 784; did you mean h.MatMul(W1.T)?",
            outcome.Mismatch!.Message);
        Assert.Equal(new Suggestion(1, "{0}.T"), outcome.Mismatch.Suggestion);
        Assert.Equal([1, 0], outcome.Mismatch.Arguments);
        Assert.Equal(MismatchKind.Contraction, outcome.Mismatch.Kind);
    }

    [Fact]
    public void MatMulWithoutTexts()
    {
        CallOutcome outcome = MatMul.Apply(Of(32, 128), Of(784, 128));
        Assert.Equal("MatMul: inner dimensions differ: left (32, 128) ends in 128, right (784, 128) begins with 784", outcome.Mismatch!.Message);
    }

    [Fact]
    public void MatMulThatFits()
    {
        CallOutcome outcome = MatMul.Apply(Of("...b, hidden"), Of("hidden, 10"));
        Assert.Null(outcome.Mismatch);
        Assert.Empty(outcome.Unproved);
        Assert.Equal("(...b, 10)", outcome.Results[0].ToString());
    }

    [Fact]
    public void Broadcast()
    {
        CallOutcome outcome = Add.Apply(Of("3, 5", "a"), Of("3, 4", "b"));
        Assert.Equal("Add: shapes do not broadcast: left 'a' (3, 5) and right 'b' (3, 4) differ in the last dimension, 5 against 4", outcome.Mismatch!.Message);
        outcome = Add.Apply(Of("batch, d"), Of("time, d"));
        Assert.Equal("Add: shapes do not broadcast: left (batch, d) and right (time, d) differ in dimension 2 from the right, batch against time", outcome.Mismatch!.Message);
    }

    [Fact]
    public void ExpandingBothOperandsIsNoted()
    {
        CallOutcome outcome = Add.Apply(Of("n", "y"), Of("n, 1", "yHat"));
        Assert.Null(outcome.Mismatch);
        Assert.Equal("(n, n)", outcome.Results[0].ToString());
        Assert.Equal(new MutualExpansion(true, "Add: n is paired with itself: left 'y' (n) and right 'yHat' (n, 1) give (n, n)"), outcome.Expansion);
        outcome = Add.Apply(Of(5), Of(3, 1));
        Assert.Equal(new MutualExpansion(false, "Add: both operands are expanded: left (5) and right (3, 1) give (3, 5)"), outcome.Expansion);
        Assert.Null(Add.Apply(Of(5), Of(3, 5)).Expansion);
    }

    [Fact]
    public void ArgumentNamesWhoBoundTheName()
    {
        Signature loss = Method("Loss", "", Tensor("x", "batch", 784), Tensor("y", "batch"));
        Assert.Empty(loss.Problems);
        Assert.Equal("Loss: y 'labels' (31) does not match (batch): dimension 0 is 31, not 32; batch is 32 from x 'images'", loss.Apply(Of("32, 784", "images"), Of("31", "labels")).Mismatch!.Message);
        Assert.Equal("Loss: x (32, 785) does not match (batch, 784): dimension 1 is 785, not 784", loss.Apply(Of(32, 785), Of(32)).Mismatch!.Message);
        Assert.Equal("Loss: x (32) does not match (batch, 784): it has 1 dimension, not 2", loss.Apply(Of(32), Of(32)).Mismatch!.Message);
    }

    [Fact]
    public void ReturnedValue()
    {
        Signature forward = Method("Forward", "batch, 10", Tensor("x", "batch", 784));
        SignatureBody body = forward.EnterBody(new FreshSymbols());
        Assert.Null(body.CheckResult("Forward", 0, Shape("batch, 10"), "h"));
        Assert.Equal("Forward: the returned value 'h' (batch, 9) does not match (batch, 10): dimension 1 is 9, not 10", body.CheckResult("Forward", 0, Shape("batch, 9"), "h")!.Message);
    }

    [Fact]
    public void Fact()
    {
        Signature split = MethodWhere("Split", "d % heads == 0", "n, heads, d/heads", Tensor("x", "n, d"), Dim("heads"));
        Assert.Empty(split.Problems);
        Assert.Equal("Split: 'd % heads == 0' does not hold; d is 10 from x 'q', heads is 3", split.Apply(Of("7, 10", "q"), Int(3)).Mismatch!.Message);
        Assert.Equal("(7, 3, 4)", split.Apply(Of(7, 12), Int(3)).Results[0].ToString());
        Assert.Equal("Split: 'd % heads == 0' does not hold, for example with m = 5; d is m from x, heads is 3", split.Apply(Of("n, m"), Int(3)).Mismatch!.Message);
    }
}
