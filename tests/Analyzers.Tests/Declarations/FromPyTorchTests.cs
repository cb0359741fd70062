using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;
using TypedTensors.Tests;

namespace TypedTensors.Analyzers.Tests.Declarations;

/// <summary>The page for who comes from PyTorch has every operation of the recorded cases, and all of its examples compile.</summary>
public sealed partial class FromPyTorchTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "from-pytorch.md"));

    private static IEnumerable<(string Operation, string[] Examples)> Rows =>
        from Match row in RowPattern().Matches(Page)
        select (row.Groups["operation"].Value, (string[])[.. from Match example in ExamplePattern().Matches(row.Groups["examples"].Value) select example.Groups[1].Value]);

    [Fact]
    public void EveryExampleCompiles()
    {
        // A property, or an operator, is no statement: each example is an argument.
        IEnumerable<string> statements = Rows.SelectMany(row => row.Examples).Select(example => example.EndsWith(".AsSpan()", StringComparison.Ordinal) || IsVoid(example)
            ? $"        {example};"
            : $"        Use({example});");
        string source = $$"""
            using TypedTensors;
            using static TypedTensors.LinearAlgebra;
            using static TypedTensors.Ops;

            static class Examples
            {
                static void Use(object? value) { }

                static void Run(Tensor<float> x, Tensor<float> y, Tensor<float> a, Tensor<float> b, Tensor<int> n, Tensor<long> i, Tensor<bool> m, Tensor<float> w, Tensor<float> bias)
                {
            {{string.Join('\n', statements)}}
                }
            }
            """;
        CSharpCompilation compilation = TestCompilation.Create(
            [TestCompilation.Parse(source, "Examples.cs")], [TestCompilation.Dsl, TestCompilation.Runtime, TestCompilation.LinearAlgebra], OutputKind.DynamicallyLinkedLibrary);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
    }

    [Fact]
    public void EveryOperationHasOneRow() =>
        Assert.Empty(Rows.GroupBy(row => row.Operation).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>The operations of the recorded cases, as the tables of the Python scripts that record them name them.</summary>
    [Fact]
    public void EveryRecordedOperationHasARow()
    {
        string vocabulary = File.ReadAllText(Repository.PathTo("tests", "Recordings", "vocabulary.py"));
        string[] recorded =
        [
            .. from Match name in NamePattern().Matches(vocabulary) select name.Groups[1].Value,
            .. from Match list in ListPattern().Matches(vocabulary) from Match name in QuotedPattern().Matches(list.Groups[1].Value) select name.Groups[1].Value,
        ];
        Assert.True(recorded.Length > 100, $"Only {recorded.Length} names of operations were found.");
        Assert.Empty(recorded.Except(Rows.Select(row => row.Operation)));
    }

    private static bool IsVoid(string example) => example.Contains(".Backward(", StringComparison.Ordinal) || example.Contains("ZeroGrad", StringComparison.Ordinal)
        || example.Contains("ManualSeed", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<operation>\w+)` \| (?<examples>`.*`) \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"^    ""(\w+)"": ", RegexOptions.Multiline)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"for name in\s+\(((?:[^()]|\n)*)\)")]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex QuotedPattern();
}
