using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Dimensions;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Tests.Harness;
using TypedTensors.Shapes.Syntax;
using TypedTensors.Signatures;

namespace TypedTensors.Generators.Tests.Emission;

/// <summary>The expression for a dimension gives, compiled and executed, the value that the algebra gives.</summary>
public sealed class DimensionWriterTests
{
    private static readonly string[] Texts =
    [
        "7", "n", "-n + 10", "2 * n * k - 3", "n * n * n", "n - 1 - k",
        "n / k", "(n + k) / 2", "n / (k + 1)", "2 * (n / k) + n / 2",
        "n // k", "(n - 5) // 3", "(n - k - 7) // (k + 2)", "2 * (n // k) * k", "k - (n // 3)",
        "n % k", "(n - 7) % 3", "(n - k) % (k + 1)", "3 * (n % k)",
        "min(n, k)", "max(n, k, 3) + min(n - 1, 4)", "2 * max(n, k)", "max(n - k, 0) // 2", "n // max(k, 2)", "n // (k // 2 + 1)",
    ];

    private static readonly int[] Sizes = [1, 2, 3, 4, 6, 9, 12, 31];

    [Fact]
    public void The_values_are_those_of_the_algebra()
    {
        DimensionWriter writer = new(static name => name);
        Dimension[] dimensions = [.. Texts.Select(Parse)];
        MethodInfo[] methods = Compile(dimensions.Select(writer.Write));
        int compared = 0;
        for (int index = 0; index < dimensions.Length; index++)
        {
            foreach (int n in Sizes)
            {
                foreach (int k in Sizes)
                {
                    if (dimensions[index].Evaluate(symbol => symbol.Name == "n" ? n : k) is not { } expected)
                        continue;
                    Assert.True(expected == (int)methods[index].Invoke(null, [n, k])!, $"{Texts[index]} is {expected} with n = {n}, k = {k}: {writer.Write(dimensions[index])}");
                    compared++;
                }
            }
        }

        Assert.True(compared > Texts.Length * Sizes.Length * Sizes.Length / 2);
    }

    [Theory]
    [InlineData("n * k")]
    [InlineData("n + n")]
    [InlineData("3000000000")]
    [InlineData("3000000000 * n - 3000000000 * k + n * 2")]
    [InlineData("n * (9000000000000000000 * 9000000000000000000)")]
    public void A_size_that_does_not_fit_is_an_exception(string text)
    {
        MethodInfo method = Assert.Single(Compile([new DimensionWriter(static name => name).Write(Parse(text))]));
        TargetInvocationException exception = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, [int.MaxValue, int.MaxValue]));
        Assert.IsType<OverflowException>(exception.InnerException);
    }

    [Theory]
    [InlineData("n", "n")]
    [InlineData("784", "784")]
    [InlineData("n // 2", "n / 2")]
    [InlineData("2 * n", "checked(2 * n)")]
    public void Only_what_can_overflow_is_checked(string text, string expected) =>
        Assert.Equal(expected, new DimensionWriter(static name => name).Write(Parse(text)));

    [Theory]
    [InlineData("checked(6 * n * (k + 1))", "2", "n", "3", "k + 1")]
    [InlineData("n", "1", "n")]
    [InlineData("12", "3", "4")]
    [InlineData("1")]
    public void A_product_is_not_multiplied_out(string expected, params string[] factors) =>
        Assert.Equal(expected, new DimensionWriter(static name => name).WriteProduct([.. factors.Select(Parse)]));

    private static Dimension Parse(string text) => StaticDimension.Of(ShapeParser.ParseExpression(text, out _)!, text);

    private static MethodInfo[] Compile(IEnumerable<string> expressions)
    {
        string[] bodies = [.. expressions];
        string source = "public static class C\n{\n" + string.Concat(bodies.Select(static (body, index) => $"public static int M{index}(int n, int k) => {body};\n")) + "}";
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = CSharpCompilation
            .Create("Sizes", [CSharpSyntaxTree.ParseText(source)], GeneratorHarness.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + source);
        Type type = Assembly.Load(image.ToArray()).GetType("C")!;
        return [.. bodies.Select((_, index) => type.GetMethod("M" + index)!)];
    }
}
