using System.Numerics;
using FsCheck.Fluent;
using TypedTensors.Dimensions;
using TypedTensors.Shapes.Syntax;
using TypedTensors.Signatures;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Dimensions;

public sealed class NormalFormTests
{
    [Fact]
    public void EvaluatesAsTheExpressionItWasBuiltFrom() =>
        Properties.ForAll(Expressions.Any, Expressions.Shrink, 50_000, expression =>
        {
            Dimension dimension = expression.Build();
            var random = new Random(MassTests.Seed);
            for (int i = 0; i < 10; i++)
            {
                Func<string, long> sizes = Expressions.Sizes(random);
                if (expression.Evaluate(sizes) is BigInteger expected)
                    Assert.Equal((long?)expected, dimension.Evaluate(symbol => sizes(symbol.Name)));
            }
        });

    [Fact]
    public void EqualPolynomialsAreEqualObjectsHoweverTheyWereBuilt() =>
        Properties.ForAll(Expressions.Polynomials, Expressions.Shrink, 50_000, expression =>
        {
            Dimension one = expression.Build(), other = Rearranged(expression, new Random(MassTests.Seed)).Build();
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.Equal(0, one.CompareTo(other));
        });

    [Fact]
    public void DifferentPolynomialsAreDifferentObjects() =>
        Properties.ForAll(
            from left in Expressions.Polynomials
            from right in Expressions.Polynomials
            select (left, right),
            _ => [],
            50_000,
            pair =>
            {
                // A polynomial of these sizes that is 0 at enough large points is 0.
                var random = new Random(MassTests.Seed);
                Dimension left = pair.left.Build(), right = pair.right.Build();
                bool same = Enumerable.Range(0, 6).Select(_ => Expressions.Sizes(random, 10_000)).All(sizes => pair.left.Evaluate(sizes) == pair.right.Evaluate(sizes));
                Assert.Equal(same, left.Equals(right));
            });

    [Fact]
    public void PrintingAndParsingGivesTheSameDimension() =>
        Properties.ForAll(Expressions.Any, Expressions.Shrink, 50_000, expression =>
        {
            Dimension dimension = expression.Build();
            string text = dimension.ToString();
            SyntaxNode? node = ShapeParser.ParseExpression(text, out _);
            Assert.True(node is not null, text);
            Assert.True(dimension.Equals(StaticDimension.Of(node, text)), $"{text} parses as {StaticDimension.Of(node, text)}");
        });

    [Fact]
    public void SubstitutingIsBuildingWithTheReplacement() =>
        Properties.ForAll(Expressions.Any, Expressions.Shrink, 20_000, expression =>
        {
            Dimension replacement = Dimension.Constant(2) * Dimension.Of(new Symbol("b", SymbolKind.Rigid)) + Dimension.One;
            Dimension substituted = expression.Build().Substitute(symbol => symbol.Name == "a" ? replacement : null);
            var random = new Random(MassTests.Seed);
            for (int i = 0; i < 5; i++)
            {
                Func<string, long> sizes = Expressions.Sizes(random);
                if (expression.Evaluate(name => name == "a" ? (2 * sizes("b")) + 1 : sizes(name)) is BigInteger expected)
                    Assert.Equal((long?)expected, substituted.Evaluate(symbol => sizes(symbol.Name)));
            }
        });

    [Theory]
    [InlineData("1 + n*2", "2*n + 1")]
    [InlineData("5 - n", "5 - n")]
    [InlineData("-n", "-n")]
    [InlineData("b*a + a*b", "2*a*b")]
    [InlineData("(a + b)*(a - b)", "a*a - b*b")]
    [InlineData("h * (d/h)", "d")]
    [InlineData("(h + 1) * (d/(h + 1))", "d")]
    [InlineData("h*(d/(h + 1)) + d/(h + 1)", "d")]
    [InlineData("2*(n/2)", "n")]
    [InlineData("d/h", "d/h")]
    [InlineData("(n + m)/2 + 1", "(m + n)/2 + 1")]
    [InlineData("(b/h)/(4/(h - n))", "b/h/(4/(h - n))")]
    [InlineData("(2*h + 3) // 2", "h + 1")]
    [InlineData("(n - 1) // 2 + 1", "(n + 1) // 2")]
    [InlineData("n // 2 // 3", "n // 6")]
    [InlineData("(4*n) % 6", "2*((2*n) % 3)")]
    [InlineData("(2*n + 5) % 2", "1")]
    [InlineData("min(n, n + 1)", "n")]
    [InlineData("max(4, min(n, 3), 2)", "max(min(n, 3), 4)")]
    [InlineData("-(n // 2)", "-(n // 2)")]
    [InlineData("3 * (n % 2) + 7 // 2", "3*(n % 2) + 3")]
    [InlineData("h * k // h", "k")]
    public void Prints(string text, string expected)
    {
        SyntaxNode node = ShapeParser.ParseExpression(text, out _)!;
        string printed = StaticDimension.Of(node, text).ToString();
        Assert.Equal(expected.Replace("(2*n)", "2*n"), printed);
    }

    [Fact]
    public void WhatDoesNotFitIsLeftAlone()
    {
        Dimension huge = Dimension.Constant(long.MaxValue), n = Declare.Size("n");
        Dimension sum = huge + Dimension.One;
        Assert.False(sum.IsConstant(out _));
        Assert.Null(sum.Evaluate(_ => 0));
        Assert.Equal(sum, Dimension.One + huge);
        Assert.Null((huge * n * huge).Evaluate(_ => 2));
        Assert.Equal(Answer.Unknown, Facts.None.AreEqual(huge * huge, n).Answer);
        Assert.Equal(Answer.Unknown, Facts.None.AreEqual(Dimension.Constant(long.MinValue), n).Answer);

        Dimension power = n + Declare.Size("m") + Dimension.One;
        for (int i = 0; i < 12; i++)
            power *= power;
        Assert.NotNull(power.ToString());
    }

    private static Expression Rearranged(Expression expression, Random random)
    {
        if (expression is not OperatorExpression node)
            return expression;
        Expression left = Rearranged(node.Left, random), right = Rearranged(node.Right, random);
        return node.Operator switch
        {
            "-" => new OperatorExpression("+", new OperatorExpression("*", new NumberExpression(-1), right), left),
            "*" when right is OperatorExpression { Operator: "+" } sum && random.Next(2) == 0 =>
                new OperatorExpression("+", new OperatorExpression("*", sum.Right, left), new OperatorExpression("*", left, sum.Left)),
            _ => new OperatorExpression(node.Operator, right, left),
        };
    }
}
