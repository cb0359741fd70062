using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Tests.Signatures;

/// <summary>The name of a tensor parameter without a declared shape stands, as a pack, for the shape of the argument.</summary>
public sealed class ParameterShapeTests
{
    private static readonly Signature Same = Signature.Parse(
        "Same", [new ParameterDeclaration("this", ParameterKind.Tensor)], new ResultDeclaration([["...this"]]), [], []);

    [Fact]
    public void A_result_takes_the_shape_of_the_argument()
    {
        CallOutcome outcome = Same.Apply([new TensorArgument(ShapeValue.Of(3, 4))], Facts.None, null, new FreshSymbols());
        Assert.Equal("(3, 4)", Assert.Single(outcome.Results).ToString());
        Assert.Null(outcome.Mismatch);
    }

    [Fact]
    public void The_body_sees_one_unknown_shape_on_both_sides()
    {
        SignatureBody body = Same.EnterBody(new FreshSymbols());
        ShapeValue parameter = Assert.Single(body.ParameterShapes[0]!);
        Assert.True(parameter.IsUnknown);
        Assert.Equal(parameter, Assert.Single(body.Results));
        Assert.Null(body.CheckResult("Same", 0, ShapeValue.Of(3), null));
    }

    [Fact]
    public void A_rule_may_take_it_too()
    {
        Signature joined = Signature.Parse(
            "Join",
            [new ParameterDeclaration("x", ParameterKind.Tensor), new ParameterDeclaration("y", ParameterKind.Tensor)],
            new ResultDeclaration([["broadcast(...x, ...y)"]]),
            [],
            []);
        Assert.Empty(joined.Problems);
        CallOutcome outcome = joined.Apply(
            [new TensorArgument(ShapeValue.Of(3, 1)), new TensorArgument(ShapeValue.Of(4))], Facts.None, null, new FreshSymbols());
        Assert.Equal("(3, 4)", Assert.Single(outcome.Results).ToString());
    }
}
