namespace TypedTensors.Nn;

/// <summary>The numbers that an optimizer keeps for consecutive elements: up to three for each, empty where there are fewer.</summary>
internal readonly ref struct UpdateState<T>(Span<T> first, Span<T> second, Span<T> third)
    where T : unmanaged
{
    public Span<T> First { get; } = first;

    public Span<T> Second { get; } = second;

    public Span<T> Third { get; } = third;

    /// <summary>The state of the elements from a position on.</summary>
    public UpdateState<T> From(int start) => new(After(First, start), After(Second, start), After(Third, start));

    /// <summary>The state of the first elements.</summary>
    public UpdateState<T> Start(int count) => new(Before(First, count), Before(Second, count), Before(Third, count));

    /// <summary>Copies what there is in both.</summary>
    public void CopyTo(UpdateState<T> other)
    {
        Copy(First, other.First);
        Copy(Second, other.Second);
        Copy(Third, other.Third);
    }

    private static Span<T> After(Span<T> all, int start) => all.IsEmpty ? [] : all[start..];

    private static Span<T> Before(Span<T> all, int count) => all.IsEmpty ? [] : all[..count];

    private static void Copy(Span<T> source, Span<T> destination) =>
        source[..Math.Min(source.Length, destination.Length)].CopyTo(destination);
}
