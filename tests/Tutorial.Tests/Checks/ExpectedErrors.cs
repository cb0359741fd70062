using System.Text.Json;

namespace TypedTensors.Tests.Tutorial.Checks;

/// <summary>What PyTorch's errors are here: the exception by the kind of the mistake, and whether its message names the shapes.</summary>
internal static class ExpectedErrors
{
    /// <summary>Kinds of mistakes that the compiler finds, because the element type is the C# type.</summary>
    private static readonly HashSet<string> OfElementTypes = ["dtype_not_float", "dtype_not_index", "integer_requires_grad"];

    /// <summary>Kinds that are about the state of tensors, and not about their shapes.</summary>
    private static readonly Dictionary<string, Type> OfState = new()
    {
        ["nothing_requires_grad"] = typeof(InvalidOperationException),
        ["graph_freed"] = typeof(InvalidOperationException),
        ["inplace_on_leaf"] = typeof(InvalidOperationException),
        ["inplace_changed_saved_value"] = typeof(InvalidOperationException),
        ["requires_grad_to_array"] = typeof(InvalidOperationException),
        ["device_unavailable"] = typeof(DeviceException),
    };

    /// <summary>Kinds whose message shows everything that does not fit together.</summary>
    private static readonly HashSet<string> OfPairs = ["broadcast_mismatch", "cotangent_shape", "inplace_shape"];

    /// <summary>Kinds whose message shows the one tensor that is at fault.</summary>
    private static readonly HashSet<string> OfOne =
    [
        "matmul_mismatch", "size_mismatch", "rank_mismatch", "dim_out_of_range", "numel_mismatch", "not_square", "empty_reduction", "channel_mismatch",
        "view_incompatible", "not_one_element", "backward_needs_scalar",
    ];

    public static bool IsOfElementTypes(string kind) => OfElementTypes.Contains(kind);

    /// <summary>Whether PyTorch notices only in the backward pass what is refused here when it is done.</summary>
    public static bool MayComeEarlier(string kind) => kind == "inplace_changed_saved_value";

    public static void Check(JsonElement error, Exception exception)
    {
        string kind = error.GetProperty("kind").GetString()!;
        Type expected = OfPairs.Contains(kind) || OfOne.Contains(kind) ? typeof(ShapeException) : OfState.GetValueOrDefault(kind, typeof(ArgumentException));
        Assert.True(expected.IsInstanceOfType(exception), $"{kind}: {exception.GetType().Name}, not {expected.Name}: {exception.Message}");

        string[] shapes = [.. error.GetProperty("shapes").EnumerateArray().Select(shape => $"({string.Join(", ", shape.EnumerateArray())})")];
        bool isOfPair = OfPairs.Contains(kind) || (kind == "matmul_mismatch" && error.GetProperty("op").GetString() == "matmul");
        if (isOfPair)
            Assert.All(shapes, shape => AssertNamed(shape, exception));
        else if (OfOne.Contains(kind))
            Assert.True(shapes.Any(shape => exception.Message.Contains(shape, StringComparison.Ordinal)), $"The message names none of {string.Join(' ', shapes)}: {exception.Message}");
        if (isOfPair && error.TryGetProperty("sizes", out JsonElement sizes))
            Assert.All(sizes.EnumerateArray(), size => AssertNamed(size.ToString(), exception));
    }

    private static void AssertNamed(string text, Exception exception) => Assert.True(
        exception.Message.Contains(text, StringComparison.Ordinal), $"The message does not name {text}: {exception.Message}");
}
