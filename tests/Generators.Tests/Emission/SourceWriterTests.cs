using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Tests.Emission;

/// <summary>The small tools of emission.</summary>
public sealed class SourceWriterTests
{
    [Fact]
    public void Blocks_indent_and_texts_of_several_lines_keep_their_own_indentation()
    {
        SourceWriter writer = new();
        using (writer.Block("class C"))
        {
            writer.Line("int A =>\r\n    3;\n\nint B;");
            using (writer.Block(close: "};"))
                writer.Line("1,");
            writer.Separated(["x", "y"], writer.Line);
        }

        Assert.Equal("class C\n{\n    int A =>\n        3;\n\n    int B;\n    {\n        1,\n    };\n    x\n\n    y\n}\n", writer.ToString());
    }

    [Fact]
    public void Arrays_are_equal_by_their_elements()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> other = ["a", "b"];
        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, ["b", "a"]);
        Assert.NotEqual(one, ["a"]);
        Assert.Equal(EquatableArray<string>.Empty, []);
        Assert.Empty(default(EquatableArray<string>));
    }

    [Theory]
    [InlineData(0.1, "0.1D")]
    [InlineData(-2, "-2D")]
    [InlineData(1e-30, "1E-30D")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void Numbers_are_literals_that_give_them_again(double value, string text) => Assert.Equal(text, CSharpText.Literal(value));
}
