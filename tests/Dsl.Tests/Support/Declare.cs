using System.Text.RegularExpressions;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Tests.Support;

/// <summary>Short spellings of declarations, shapes and arguments.</summary>
internal static class Declare
{
    public static ParameterDeclaration Tensor(string name, params object[] items) => new(name, ParameterKind.Tensor, items.Length == 0 ? null : items);

    public static ParameterDeclaration Parameter(string name, ParameterKind kind) => new(name, kind);

    public static ParameterDeclaration Dim(string name) => new(name, ParameterKind.Integer, null, IsDim: true);

    public static Signature Method(string name, string result, params ParameterDeclaration[] parameters) =>
        Signature.Parse(name, parameters, new ResultDeclaration([[result]]), [], []);

    public static Signature MethodWhere(string name, string fact, string result, params ParameterDeclaration[] parameters) =>
        Signature.Parse(name, parameters, new ResultDeclaration([[result]]), [fact], []);

    /// <summary>A shape whose names are rigid, and whose holes are opaque.</summary>
    public static ShapeValue Shape(string text)
    {
        // A second parameter gives every name a plain use.
        var names = Regex.Matches(text, @"(?<!\.\.\.)\b[a-zA-Z]\w*\b(?!\()").Select(match => (object)match.Value).Distinct();
        Signature signature = Method("Shape", "", Tensor("shape", text), Tensor("names", [.. names]));
        Assert.Empty(signature.Problems);
        return signature.EnterBody(Fresh).ParameterShapes[0]![0];
    }

    /// <summary>A dimension whose names are rigid.</summary>
    public static Dimension Size(string text) => Shape(text)[0];

    public static FreshSymbols Fresh { get; } = new();

    public static TensorArgument Of(string shape, string? text = null) => new(Shape(shape), text);

    public static TensorArgument Of(params long[] sizes) => new(ShapeValue.Of(sizes));

    public static IntegerArgument Int(long value) => new(Dimension.Constant(value));

    public static IntegerListArgument Ints(params long[] values) => new([.. values.Select(Dimension.Constant)]);

    public static CallOutcome Apply(this Signature signature, params Argument[] arguments) =>
        signature.Apply(arguments, Facts.None, null, new FreshSymbols());
}
