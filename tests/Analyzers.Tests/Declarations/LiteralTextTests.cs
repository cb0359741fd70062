using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Declarations;

namespace TypedTensors.Analyzers.Tests.Declarations;

/// <summary>Every character of a string's value has its place in the literal.</summary>
public sealed class LiteralTextTests
{
    [Theory]
    [InlineData("\"plain\"")]
    [InlineData("\"\"")]
    [InlineData("\"a\\tb\\\\c\\\"d\"")]
    [InlineData("\"\\u0041\\x41\\x0041B\\U00000041\\U0001F600z\"")]
    [InlineData("@\"a\"\"b\\c\"")]
    [InlineData("\"\"\"raw \" quoted\"\"\"")]
    [InlineData("\"\"\"\n    first\n      second\n\n    third\n    \"\"\"")]
    [InlineData("\"\"\"\r\n  first\r\n  second\r\n  \"\"\"")]
    public void Positions_ascend_and_plain_characters_are_found_where_they_stand(string literal)
    {
        SyntaxToken token = ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal)).Token;
        int[] positions = Assert.IsType<int[]>(LiteralText.PositionsOf(token));
        Assert.Equal(token.ValueText.Length + 1, positions.Length);
        Assert.Equal(positions.Order(), positions);
        for (int i = 0; i < token.ValueText.Length; i++)
        {
            char inLiteral = token.Text[positions[i]];
            Assert.True(inLiteral == token.ValueText[i] || inLiteral == '\\', $"{token.ValueText[i]} at {positions[i]} of {token.Text}");
        }
    }
}
