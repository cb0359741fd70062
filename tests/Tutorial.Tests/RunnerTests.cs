using System.Text.Json;
using TypedTensors.Tests.Tutorial.Mapping;
using TypedTensors.Tests.Tutorial.Vocabulary;
using Xunit.Sdk;

namespace TypedTensors.Tests.Tutorial;

/// <summary>A case that expects something else fails.</summary>
[Collection(nameof(TutorialCase))]
public sealed class RunnerTests
{
    private const string Square = """
        {
            "id": "square", "tol": { "rtol": 1e-5, "atol": 1e-6 },
            "inputs": { "x": { "dtype": "float32", "shape": [2], "data": [3, 4], "requires_grad": true } },
            "steps": [ { "op": "pow", "in": ["x"], "attrs": { "other": 2 }, "out": ["y"] }, { "op": "detach", "in": ["y"], "out": ["z"] } ],
            "cotangents": { "y": { "dtype": "float32", "shape": [2], "data": [1, 10] } },
            "expect": {
                "outputs": { "y": { "dtype": "float32", "shape": [2], "data": [9, 16] } },
                "grads": { "x": { "dtype": "float32", "shape": [2], "data": [6, 80] } },
                "props": { "y": { "requires_grad": true, "is_leaf": false, "stride": [1], "contiguous": true, "storage_offset": 0, "grad_fn": "PowBackward0", "device": "cpu" } },
                "random": { "z": { "shape": [2], "dtype": "float32", "min": 9, "max": 16, "integer": true, "mean": 12.5, "mean_tol": 0.1 } },
                "shares_storage": [ ["y", "z"] ],
                "relations": [ { "kind": "equal", "a": "y", "b": "z" } ],
                "repr": { "y": "tensor([ 9., 16.], grad_fn=<PowBackward0>)", "z.requires_grad": "False", "x.grad": "tensor([ 6., 80.])" }
            }
        }
        """;

    private const string Refused = """
        {
            "id": "refused", "tol": { "rtol": 1e-5, "atol": 1e-6 },
            "inputs": { "x": { "dtype": "float32", "shape": [2, 3], "data": [1, 2, 3, 4, 5, 6] }, "n": { "dtype": "int64", "shape": [2], "data": [1, 2] } },
            "steps": [ { "op": "neg", "in": ["x"], "out": ["y"] }, { "op": "add", "in": ["y", "n"], "out": ["z"] } ],
            "expect": { "error": { "kind": "broadcast_mismatch", "op": "add", "shapes": [[2, 3], [2]], "sizes": [3, 2], "step": 1 } }
        }
        """;

    [Theory]
    [InlineData(Square)]
    [InlineData(Refused)]
    public void ACaseThatIsRightPasses(string json) => Read(json).Run();

    [Theory]
    [InlineData(Square, "[9, 16]", "[9, 16.001]")]
    [InlineData(Square, "[6, 80]", "[6, 81]")]
    [InlineData(Square, """{ "x": { "dtype": "float32", "shape": [2], "data": [6, 80] } }""", """{ "x": null }""")]
    [InlineData(Square, "\"requires_grad\": true, \"is_leaf\": false", "\"requires_grad\": false, \"is_leaf\": false")]
    [InlineData(Square, "\"is_leaf\": false", "\"is_leaf\": true")]
    [InlineData(Square, "\"stride\": [1]", "\"stride\": [2]")]
    [InlineData(Square, "\"storage_offset\": 0", "\"storage_offset\": 1")]
    [InlineData(Square, "\"contiguous\": true", "\"contiguous\": false")]
    [InlineData(Square, "\"grad_fn\": \"PowBackward0\"", "\"grad_fn\": null")]
    [InlineData(Square, "\"grad_fn\": \"PowBackward0\"", "\"grad_fn\": \"MulBackward0\"")]
    [InlineData(Square, "\"device\": \"cpu\"", "\"device\": \"cuda:0\"")]
    [InlineData(Square, "\"min\": 9", "\"min\": 10")]
    [InlineData(Square, "\"mean\": 12.5", "\"mean\": 12.7")]
    [InlineData(Square, "[ [\"y\", \"z\"] ]", "[ [\"x\", \"z\"] ]")]
    [InlineData(Square, "\"a\": \"y\"", "\"a\": \"x\"")]
    [InlineData(Square, "tensor([ 9., 16.], grad_fn", "tensor([9., 16.], grad_fn")]
    [InlineData(Square, "\"z.requires_grad\": \"False\"", "\"z.requires_grad\": \"True\"")]
    [InlineData(Refused, "[[2, 3], [2]]", "[[2, 3], [4]]")]
    [InlineData(Refused, "\"sizes\": [3, 2]", "\"sizes\": [3, 7]")]
    [InlineData(Refused, "\"step\": 1", "\"step\": 0")]
    [InlineData(Refused, "broadcast_mismatch", "graph_freed")]
    [InlineData(Refused, "broadcast_mismatch", "dtype_not_float")]
    [InlineData(Refused, "\"shape\": [2], \"data\": [1, 2]", "\"shape\": [3], \"data\": [1, 2, 3]")]
    public void AWrongExpectationFails(string json, string right, string wrong)
    {
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.IsAssignableFrom<XunitException>(Record.Exception(Read(json.Replace(right, wrong, StringComparison.Ordinal)).Run));
    }

    [Theory]
    [InlineData("\"op\": \"pow\"", "\"op\": \"power\"")]
    [InlineData("\"stride\": [1]", "\"strides\": [1]")]
    [InlineData("\"z.requires_grad\"", "\"z.requires\"")]
    [InlineData("\"z.requires_grad\"", "\"zz\"")]
    [InlineData("\"out\": [\"z\"]", "\"out\": [\"w\"]")]
    [InlineData("\"out\": [\"y\"]", "\"out\": [\"y\", \"w\"]")]
    public void AnUnknownNameFails(string right, string wrong)
    {
        Assert.Contains(right, Square, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(Record.Exception(Read(Square.Replace(right, wrong, StringComparison.Ordinal)).Run));
    }

    [Fact]
    public void AnUnknownExpectationFails() => Assert.ThrowsAny<XunitException>(Read(Square.Replace("\"relations\"", "\"relation\"", StringComparison.Ordinal)).Run);

    [Fact]
    public void ACaseThatExpectsNothingFails() => Assert.ThrowsAny<XunitException>(Read("""{ "id": "nothing", "steps": [], "expect": {} }""").Run);

    /// <summary>What the compiler refuses for one element type, by the error that the row names, compiles for another.</summary>
    [Fact]
    public void TheCompilerRefusesBecauseOfTheElementType() => Assert.All(CompilerRefusals.Rows, row =>
    {
        CompilerRefusals.Check(row.Kind, row.Operation, row.Refused, row.Refused);
        Assert.Empty(CompilerRefusals.ErrorsOf(row.Kind, row.Operation, row.Accepted));
    });

    /// <summary>The whole vocabulary of the format, so that a case with other operations than those of the present cases can be run.</summary>
    [Fact]
    public void EveryNameOfTheVocabularyIsKnown() =>
        Assert.Empty(FullVocabulary.Names.Except(OperationVocabulary.All).Except(StateNames.Table.Keys));

    private static TutorialCase Read(string json) => new(JsonDocument.Parse(json).RootElement);
}
