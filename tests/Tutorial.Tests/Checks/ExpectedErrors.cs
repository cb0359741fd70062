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

    // A tape that was used up knows nothing of the tensor; the other messages begin with what the tensor is.
    private static readonly HashSet<string> WithoutShapes = ["graph_freed", "nothing_requires_grad", "inplace_changed_saved_value"];

    public static bool IsOfElementTypes(string kind) => OfElementTypes.Contains(kind);

    /// <summary>Whether PyTorch notices only in the backward pass what is refused here when it is done.</summary>
    public static bool MayComeEarlier(string kind) => kind == "inplace_changed_saved_value";

    public static void Check(JsonElement error, Exception exception)
    {
        string kind = error.GetProperty("kind").GetString()!;
        Type expected = OfState.GetValueOrDefault(kind, typeof(ShapeException));
        Assert.True(expected.IsInstanceOfType(exception), $"{kind}: {exception.GetType().Name}, not {expected.Name}: {exception.Message}");
        if (WithoutShapes.Contains(kind))
            return;
        foreach (JsonElement shape in error.GetProperty("shapes").EnumerateArray().Concat(error.TryGetProperty("target", out JsonElement target) ? [target] : []))
            AssertNamed($"({string.Join(", ", shape.EnumerateArray())})", exception);
        if (error.TryGetProperty("sizes", out JsonElement sizes))
        {
            foreach (JsonElement size in sizes.EnumerateArray())
                AssertNamed(size.ToString(), exception);
        }
    }

    private static void AssertNamed(string text, Exception exception) => Assert.True(
        exception.Message.Contains(text, StringComparison.Ordinal), $"The message does not name {text}: {exception.Message}");
}
