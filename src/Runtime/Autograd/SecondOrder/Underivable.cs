namespace TypedTensors.Autograd;

/// <summary>Gradients that cannot be differentiated again.</summary>
internal static class Underivable
{
    /// <summary>Makes a gradient part of the graph, where it cannot be followed back: that is an error only when it has to be.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="name">The name of the operation.</param>
    /// <param name="values">What it was computed from.</param>
    public static Tensor<T> Track<T>(Tensor<T> gradient, string name, params ReadOnlySpan<Tensor?> values)
        where T : unmanaged
    {
        foreach (Tensor? value in values)
        {
            if (value?.History is not null)
                return DerivedNode<T>.Track(gradient, name, [], new DerivedInput<T>(value, _ => throw Refusal(name)));
        }

        return gradient;
    }

    private static NotSupportedException Refusal(string name) =>
        new($"Backward: the gradient of {name} cannot be differentiated again: neither its linearity nor a recorded pullback is declared");
}
