using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Losses;

/// <summary>A row of scores and of their gradient as consecutive elements: where they lie if they do, else in buffers.</summary>
/// <param name="rows">The rows of the gradient, which is contiguous.</param>
/// <param name="stride">How far apart the scores of neighbouring classes lie.</param>
/// <param name="scores">A buffer of a row of scores.</param>
/// <param name="gradient">A buffer of a row of the gradient.</param>
internal readonly unsafe struct ClassRow<T>(Rows rows, nint stride, T* scores, T* gradient)
    where T : unmanaged
{
    /// <summary>The number of classes.</summary>
    public int Length => rows.Length;

    /// <summary>The scores, from the first one's place.</summary>
    public T* Read(T* source)
    {
        if (stride == 1)
            return source;
        for (int i = 0; i < rows.Length; i++)
            scores[i] = source[i * stride];
        return scores;
    }

    /// <summary>One score, from the first one's place.</summary>
    public T Read(T* source, int right) => source[right * stride];

    /// <summary>Where the gradient of a position is to be written; <see cref="Written"/> follows.</summary>
    public T* Target(T* destination, int position) => rows.Inner == 1 ? destination + ((nint)position * rows.Length) : gradient;

    /// <summary>Takes what was written to <see cref="Target"/> to its place.</summary>
    public void Written(T* destination, int position)
    {
        if (rows.Inner == 1)
            return;
        for (int i = 0; i < rows.Length; i++)
            Place(destination, position, i) = gradient[i];
    }

    /// <summary>The gradient of one class at a position.</summary>
    public ref T Place(T* destination, int position, int right) =>
        ref destination[((nint)(position / rows.Inner) * rows.Length * rows.Inner) + (position % rows.Inner) + ((nint)right * rows.Inner)];
}
