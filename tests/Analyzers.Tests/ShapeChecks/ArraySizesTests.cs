using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Tensors of arrays and lists of numbers have the sizes that are written.</summary>
public sealed class ArraySizesTests
{
    [Theory]
    [InlineData("{|TT1001:Tensor.From([1f, 2f, 3f]) + Tensor.From([1f, 2f])|}")]
    [InlineData("{|TT1001:Tensor.From([1, 2, 3]) + Tensor.From([1, 2])|}")]
    [InlineData("{|TT1001:Tensor.From(new[] { 1.0, 2.0 }) * Tensor.Ones<double>(3)|}")]
    [InlineData("{|TT1001:Tensor.From(new double[2]) * Tensor.Ones<double>(3)|}")]
    [InlineData("{|TT1001:Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } }) + Tensor.Ones<float>(3)|}")]
    [InlineData("Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).{|TT1002:MatMul(Tensor.Ones<float>(2, 2))|}")]
    [InlineData("Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).MatMul(Tensor.Ones<float>(3, 2))")]
    [InlineData("{|TT1001:Tensor.From(new int[2, 3, 4]) + Tensor.Ones<int>(3)|}")]
    [InlineData("Tensor.From(new int[2, 3, 4]) + Tensor.Ones<int>(4)")]
    [InlineData("{|TT1001:Tensor.FromArray(new[] { true, false }) | Tensor.FromArray(new[] { true, false, true })|}")]
    [InlineData("{|TT1001:Tensor.From((ReadOnlySpan<float>)[1f, 2f]) + Tensor.Ones<float>(3)|}")]
    [InlineData("Tensor.From([1f, .. given, 2f]) + Tensor.Ones<float>(3)")]
    [InlineData("Tensor.From(given) + Tensor.Ones<float>(3)")]
    public Task Literals(string expression) => Check("", expression);

    [Theory]
    [InlineData("float[] a = [1, 2, 3];", "{|TT1001:Tensor.From(a) + Tensor.Ones<float>(2)|}")]
    [InlineData("var a = new float[n, 3];", "{|TT1001:Tensor.From(a) + Tensor.Ones<float>(4)|}")]
    [InlineData("var a = new float[n, 3];", "Tensor.From(a).MatMul(Tensor.Ones<float>(3, n)).MatMul(Tensor.From(a))")]
    [InlineData("var a = new float[n, 3]; n = 7;", "Tensor.From(a).T.MatMul(Tensor.From(a))")]
    [InlineData("float[] a = [1, 2, 3]; if (n > 2) a = [1];", "Tensor.From(a) + Tensor.Ones<float>(2)")]
    [InlineData("float[] a = n > 2 ? [1, 2] : [3, 4];", "{|TT1001:Tensor.From(a) + Tensor.Ones<float>(3)|}")]
    [InlineData("float[] a = [1, 2, 3]; Change(ref a);", "Tensor.From(a) + Tensor.Ones<float>(2)")]
    public Task Variables(string before, string expression) => Check(before, expression);

    [Fact]
    public Task Parameters_of_ones_own() => Verify.WithRuntimeAsync("""
        using TypedTensors;

        static class C
        {
            [return: Shape("...rows, 2")]
            public static Tensor<float> Pairs(double[,] rows) => Tensor.Zeros<float>(rows.GetLength(0), rows.GetLength(1), 2);

            static void M(double[,] unknown)
            {
                _ = Pairs(new double[4, 3]) + Tensor.Zeros<float>(4, 3, 2);
                _ = {|TT1001:Pairs(new double[4, 3]) + Tensor.Zeros<float>(4, 2, 2)|};
                _ = Pairs(unknown) + Tensor.Zeros<float>(4, 2, 2);
                _ = {|TT1001:Pairs(unknown) + Tensor.Zeros<float>(3)|};
            }
        }
        """);

    private static Task Check(string before, string expression) => Verify.WithRuntimeAsync($$"""
        using System;
        using TypedTensors;

        static class C
        {
            static void Change(ref float[] a) => a = [1, 2];

            static void M(int n, float[] given, float[,] grid)
            {
                {{before}}
                var result = {{expression}};
            }
        }
        """);
}
