using System.Text.Json;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that look at elements, join, pick or convert them, whatever they are.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class StructureNames<T>
    where T : unmanaged
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["t"] = step => step.Tensor<T>(0).T,
        ["transpose"] = Swap,
        ["swapdims"] = Swap,
        ["permute"] = step => Permute(step.Tensor<T>(0), step.Integers("dims")),
        ["reshape"] = step => Reshape(step.Tensor<T>(0), step.Integers("shape")),
        ["view"] = step => View(step.Tensor<T>(0), step.Integers("shape")),
        ["flatten"] = step => Flatten(step.Tensor<T>(0), step.Integer("start", 0), step.Integer("end", -1)),
        ["squeeze"] = step => Squeeze(step.Tensor<T>(0), step.Has("dim") ? step.Integer("dim") : null),
        ["unsqueeze"] = step => Unsqueeze(step.Tensor<T>(0), step.Integer("dim")),
        ["expand"] = step => Expand(step.Tensor<T>(0), step.Integers("shape")),
        ["diagonal"] = step => Diagonal(step.Tensor<T>(0), step.Integer("offset", 0), step.Integer("dim1", 0), step.Integer("dim2", 1)),
        ["index"] = step => step.Tensor<T>(0)[Slices(step.Require("index"), step.Tensor<T>(0).Shape.Sizes)],
        ["cat"] = step => Cat(step.Tensors<T>(), step.Integer("dim", 0)),
        ["stack"] = step => Stack(step.Tensors<T>(), step.Integer("dim", 0)),
        ["index_select"] = step => IndexSelect(step.Tensor<T>(0), step.Integer("dim"), step.Index(1)),
        ["masked_select"] = step => MaskedSelect(step.Tensor<T>(0), step.Tensor<bool>(1)),
        ["embedding"] = step => Embedding(step.Index(0), step.Tensor<T>(1), step.Has("padding_idx") ? step.Integer("padding_idx") : null),
        ["one_hot"] = step => OneHot<long>(step.Index(0), step.Integer("num_classes")),
        ["cast"] = step => ElementTypes.Convert(step.Tensor<T>(0), step.Text("dtype")!),
    };

    /// <summary>The operations that have several results.</summary>
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Parts { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["split"] = step => step.Has("sizes")
            ? Split(step.Tensor<T>(0), step.Integers("sizes"), step.Integer("dim", 0))
            : Split(step.Tensor<T>(0), step.Integer("size"), step.Integer("dim", 0)),
        ["chunk"] = step => Chunk(step.Tensor<T>(0), step.Integer("chunks"), step.Integer("dim", 0)),
    };

    private static Tensor<T> Swap(Step step) => Transpose(step.Tensor<T>(0), step.Integer("dim0"), step.Integer("dim1"));

    // Case files count from the end with negative numbers, C# with ^; a range that reaches beyond its dimension ends there in the files, and is refused here.
    private static Slice[] Slices(JsonElement index, ReadOnlySpan<int> sizes)
    {
        var slices = new Slice[index.GetArrayLength()];
        for (int axis = 0; axis < slices.Length; axis++)
            slices[axis] = index[axis].ValueKind == JsonValueKind.Number ? Place(index[axis].GetInt32()) : Range(index[axis], sizes[axis]);
        return slices;

        static Index Place(int position) => position < 0 ? ^(-position) : position;

        static Slice Range(JsonElement entry, int size)
        {
            int start = Bound(entry, "start", size) ?? 0;
            return Slice.Step(start..Math.Max(start, Bound(entry, "stop", size) ?? size), Integer(entry, "step") ?? 1);
        }

        static int? Bound(JsonElement entry, string name, int size) =>
            Integer(entry, name) is { } position ? Math.Clamp(position < 0 ? position + size : position, 0, size) : null;

        static int? Integer(JsonElement entry, string name) =>
            entry.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;
    }
}
