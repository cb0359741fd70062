using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;
using TypedTensors.Tests;

namespace TypedTensors.Analyzers.Tests.Declarations;

/// <summary>The page for who comes from PyTorch has a row for everything that it is to tell, and all of its examples compile.</summary>
public sealed partial class FromPyTorchTests
{
    /// <summary>What the tutorials teach besides the operations that are recorded: how tensors come about and change, and what surrounds them.</summary>
    private static readonly string[] Taught =
    [
        // Creation.
        "tensor", "zeros", "ones", "full", "eye", "arange", "linspace", "logspace", "zeros_like", "ones_like", "full_like", "rand", "randn",
        "randint", "randperm", "rand_like", "randn_like", "randint_like", "empty", "bernoulli", "manual_seed", "init_linear", "init_conv2d", "to_device",

        // As many tensors as values tell.
        "split", "chunk",

        // State: the tape, changes in place, arrays.
        "backward", "retain_grad", "requires_grad_", "detach", "grad", "set_grad_none", "zero_grad", "no_grad", "autograd_grad", "create_graph", "loop",
        "loop_while_norm_lt", "record", "snapshot", "add_", "sub_", "sub_data_", "mul_", "copy_", "t_", "scatter_", "add_out", "sgd_step",
        "item", "as_array", "from_array", "array_ones", "array", "array_add_", "tensor_copy_of_array", "storage", "stride",
        "storage_offset",

        // Devices.
        "device", "is_available",

        // Modules and optimizers.
        "dropout", "Linear", "Conv2d", "MaxPool2d", "AvgPool2d", "LayerNorm", "Embedding", "Dropout", "ReLU", "Flatten", "Sequential", "forward", "Module", "Parameter", "parameters",
        "named_parameters", "uniform_", "normal_", "trunc_normal_", "kaiming_normal_", "xavier_uniform_", "SGD", "Adam", "AdamW", "lr",

        // Data and images.
        "Dataset", "TensorDataset", "DataLoader", "batches", "shuffled_batches", "ToTensor", "to_tensor_image", "Normalize", "normalize",
        "Compose", "MNIST", "idx_decode",

        // Files.
        "state_dict", "load_state_dict", "save", "load", "save_npy", "load_npy", "savez", "load_npz",
    ];

    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "from-pytorch.md"));

    private static IEnumerable<(string Operation, string[] Examples)> Rows =>
        from Match row in RowPattern().Matches(Page)
        select (row.Groups["operation"].Value, (string[])[.. from Match example in ExamplePattern().Matches(row.Groups["examples"].Value) select example.Groups[1].Value]);

    [Fact]
    public void EveryExampleCompiles()
    {
        // A property, or an operator, is no statement: such an example is an argument.
        IEnumerable<string> statements = from row in Rows
                                         from example in row.Examples
                                         select example.EndsWith(';') ? $"        {{ {example} }}" : $"        Use({example});";
        string source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            using TypedTensors;
            using TypedTensors.Data;
            using TypedTensors.Nn;
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
            [TestCompilation.Parse(source, "Examples.cs")],
            [TestCompilation.Dsl, TestCompilation.Runtime, TestCompilation.LinearAlgebra, TestCompilation.Nn, TestCompilation.Data],
            OutputKind.DynamicallyLinkedLibrary);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
    }

    [Fact]
    public void EveryOperationHasOneRow() =>
        Assert.Empty(Rows.GroupBy(row => row.Operation).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void ThePageHasARowForEveryNameAndNoOther()
    {
        string[] expected = [.. Recorded(), .. Taught];

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), Rows.Select(row => row.Operation).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The operations of the recorded cases, as the tables of the Python scripts that record them name them.</summary>
    private static string[] Recorded()
    {
        string vocabulary = File.ReadAllText(Repository.PathTo("tests", "Recordings", "vocabulary.py"));
        string[] recorded =
        [
            .. from Match name in NamePattern().Matches(vocabulary) select name.Groups[1].Value,
            .. from Match list in ListPattern().Matches(vocabulary) from Match name in QuotedPattern().Matches(list.Groups[1].Value) select name.Groups[1].Value,
        ];
        Assert.True(recorded.Length > 100, $"Only {recorded.Length} names of operations were found.");
        return recorded;
    }

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
