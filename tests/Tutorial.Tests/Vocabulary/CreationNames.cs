using System.Numerics;
using System.Text.Json;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Vocabulary;

/// <summary>The operations of the cases that create tensors, or give them another place. A <c>dtype</c> is a type argument here.</summary>
internal static class CreationNames
{
    private static readonly Dictionary<Type, IReadOnlyDictionary<string, Func<Step, Tensor>>> OfNumbers = new()
    {
        [typeof(Half)] = NumberCreation<Half>.Table,
        [typeof(float)] = NumberCreation<float>.Table,
        [typeof(double)] = NumberCreation<double>.Table,
        [typeof(sbyte)] = NumberCreation<sbyte>.Table,
        [typeof(short)] = NumberCreation<short>.Table,
        [typeof(int)] = NumberCreation<int>.Table,
        [typeof(long)] = NumberCreation<long>.Table,
        [typeof(byte)] = NumberCreation<byte>.Table,
    };

    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["tensor"] = step => [Tracked(step, FromLiteral(step))],
        ["zeros"] = step => [Tracked(step, Create("zeros", TypeOf(step, "float32"), step))],
        ["ones"] = step => [Tracked(step, Create("ones", TypeOf(step, "float32"), step))],
        ["full"] = step => [Create("full", TypeOf(step, OfLiteral(step.Require("value"))), step)],
        ["eye"] = step => [Create("eye", TypeOf(step, "float32"), step)],
        ["empty"] = step => [Create("empty", TypeOf(step, "float32"), step)],
        ["arange"] = step => [Create("arange", TypeOf(step, step.Text("kind") == "float" ? "float32" : "int64"), step)],
        ["linspace"] = step => [Spaced(
            step,
            Tensor.Linspace(step.Number("start"), step.Number("end"), step.Integer("steps")),
            Tensor.Linspace((float)step.Number("start"), (float)step.Number("end"), step.Integer("steps")))],
        ["logspace"] = step => [Spaced(
            step,
            Tensor.Logspace(step.Number("start"), step.Number("end"), step.Integer("steps"), step.Number("base", 10)),
            Tensor.Logspace((float)step.Number("start"), (float)step.Number("end"), step.Integer("steps"), (float)step.Number("base", 10)))],
        ["zeros_like"] = step => [Create("zeros_like", TypeLike(step), step)],
        ["ones_like"] = step => [Create("ones_like", TypeLike(step), step)],
        ["full_like"] = step => [Create("full_like", TypeLike(step), step)],
        ["to_device"] = step => [Operand.Of(step.Arguments[0]!).To(Device.Parse(step.Text("device")!))],
    };

    /// <summary>Makes a new tensor a leaf where the case says so.</summary>
    public static Tensor Tracked(Step step, Tensor tensor)
    {
        if (step.Flag("requires_grad"))
            Operand.Of(tensor).RequireGrad();
        return tensor;
    }

    /// <summary>The element type that a case names, or that PyTorch takes when none is named.</summary>
    public static Type TypeOf(Step step, string otherwise) => ElementTypes.Of(step.Text("dtype") ?? otherwise);

    /// <summary>The element type that a case names, or else that of the argument.</summary>
    public static Type TypeLike(Step step) => step.Text("dtype") is { } name ? ElementTypes.Of(name) : step.Arguments[0]!.ElementType;

    // Truth values are no numbers: C# code creates bytes and converts them.
    private static Tensor Create(string name, Type type, Step step) =>
        type == typeof(bool) ? ElementTypes.Convert<bool>(NumberCreation<byte>.Table[name](step)) : OfNumbers[type][name](step);

    private static Tensor Spaced(Step step, Tensor<double> doubles, Tensor<float> floats)
    {
        Type type = TypeOf(step, "float32");
        return type == typeof(float) ? floats : ElementTypes.Convert(doubles, ElementTypes.NameOf(type));
    }

    private static Tensor FromLiteral(Step step)
    {
        List<int> shape = [];
        List<JsonElement> elements = [];
        Flatten(step.Require("literal"), 0, shape, elements);
        Tensor<double> numbers = Tensor.From<double>(elements.ConvertAll(Number).ToArray(), [.. shape]);
        return (step.Text("literal_kind"), step.Text("dtype")) switch
        {
            ("int", var type) => ElementTypes.Convert(Tensor.From<long>(elements.ConvertAll(element => (long)Number(element)).ToArray(), [.. shape]), type ?? "int64"),
            ("bool", var type) => ElementTypes.Convert(numbers, type ?? "bool"),
            (_, var type) => ElementTypes.Convert(numbers, type ?? "float32"),
        };
    }

    /// <summary>The elements of nested lists in order, and the sizes of the lists.</summary>
    internal static void Flatten(JsonElement literal, int depth, List<int> shape, List<JsonElement> elements)
    {
        if (literal.ValueKind != JsonValueKind.Array)
        {
            elements.Add(literal);
            return;
        }

        if (shape.Count == depth)
            shape.Add(literal.GetArrayLength());
        foreach (JsonElement item in literal.EnumerateArray())
            Flatten(item, depth + 1, shape, elements);
    }

    /// <summary>A number or a truth value of a literal.</summary>
    internal static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => RecordedTensor.ReadDouble(element),
    };

    private static string OfLiteral(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "bool" : value.GetRawText().All(symbol => symbol is '-' or (>= '0' and <= '9')) ? "int64" : "float32";

    /// <summary>What creates tensors of one type of numbers.</summary>
    private static class NumberCreation<T>
        where T : unmanaged, INumber<T>
    {
        public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
        {
            ["zeros"] = step => Tensor.Zeros<T>(step.Integers("shape")),
            ["ones"] = step => Tensor.Ones<T>(step.Integers("shape")),
            ["full"] = step => Tensor.Full(Value(step), step.Integers("shape")),
            ["eye"] = step => Tensor.Eye<T>(step.Integer("n"), step.Integer("m", step.Integer("n"))),
            ["empty"] = step => Tensor.Empty<T>(step.Integers("shape")),
            ["arange"] = step => Tensor.Arange(T.CreateChecked(step.Number("start", 0)), T.CreateChecked(step.Number("end")), T.CreateChecked(step.Number("step", 1))),
            ["zeros_like"] = step => Tensor.ZerosLike(step.Tensor<T>(0)),
            ["ones_like"] = step => Tensor.OnesLike(step.Tensor<T>(0)),
            ["full_like"] = step => Tensor.FullLike(step.Tensor<T>(0), Value(step)),
        };

        private static T Value(Step step) => T.CreateChecked(Number(step.Require("value")));
    }
}
