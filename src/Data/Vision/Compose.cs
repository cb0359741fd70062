namespace TypedTensors.Data;

/// <summary>Steps one after the other, the first of which may change the element type.</summary>
public static class Compose
{
    /// <summary>Steps one after the other: <c>Compose.Of(new ToTensor(), new Normalize(0.5f, 0.5f))</c>.</summary>
    /// <typeparam name="TIn">The element type of what the first step takes.</typeparam>
    /// <typeparam name="TOut">The element type of what it and all others give.</typeparam>
    /// <param name="first">The first step.</param>
    /// <param name="others">The other steps, in the order in which they are applied.</param>
    public static ITransform<TIn, TOut> Of<TIn, TOut>(ITransform<TIn, TOut> first, params ReadOnlySpan<ITransform<TOut, TOut>> others)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        ArgumentNullException.ThrowIfNull(first);
        ITransform<TOut, TOut>[] rest = others.ToArray();
        int missing = Array.IndexOf(rest, null);
        return missing < 0 ? new Steps<TIn, TOut>(first, rest) : throw new ArgumentException($"Compose: step {missing + 1} is null", nameof(others));
    }

    private sealed class Steps<TIn, TOut>(ITransform<TIn, TOut> first, ITransform<TOut, TOut>[] others) : ITransform<TIn, TOut>
        where TIn : unmanaged
        where TOut : unmanaged
    {
        public Tensor<TOut> Apply(Tensor<TIn> image)
        {
            Tensor<TOut> result = first.Apply(image);
            foreach (ITransform<TOut, TOut> step in others)
                result = step.Apply(result);
            return result;
        }

        public override string ToString() => $"Compose(\n    {string.Join("\n    ", others.Prepend<object>(first))}\n)";
    }
}
