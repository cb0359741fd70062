namespace TypedTensors.Tests.Compiled;

/// <summary>The sizes of which shapes are made: names with a value for each binding, different in at least one, and numbers.</summary>
internal static class Sizes
{
    public const int Bindings = 2;

    // No name is another one halved by pooling, which the values would not tell apart.
    private static readonly (string Text, int[] Values)[] Named = [("n", [2, 3]), ("m", [3, 6]), ("k", [4, 2]), ("1", [1, 1]), ("2", [2, 2]), ("3", [3, 3])];

    public static (string Text, int[] Values) Draw(Random random) => Named[random.Next(3) > 0 ? random.Next(3) : random.Next(Named.Length)];

    /// <summary>The shape in names; null where there is no name for a size.</summary>
    public static string? TextOf(Shape[] shapes)
    {
        if (shapes.Any(shape => shape.Rank != shapes[0].Rank))
            return null;
        string?[] texts = [.. Enumerable.Range(0, shapes[0].Rank).Select(axis =>
            Named.FirstOrDefault(size => size.Values.Select((value, at) => value == shapes[at][axis]).All(static same => same)).Text)];
        return texts.Contains(null) ? null : string.Join(", ", texts);
    }

    /// <summary>Whether a size is by chance 1 for one binding and that of a name for the others, so that it seems to broadcast against the name.</summary>
    public static bool IsChance(Shape[] shapes) => shapes.All(shape => shape.Rank == shapes[0].Rank) && Enumerable.Range(0, shapes[0].Rank).Any(axis =>
    {
        int[] sizes = [.. shapes.Select(shape => shape[axis])];
        return sizes.Contains(1) && sizes.Any(static size => size > 1)
            && Named.Any(named => sizes.Zip(named.Values, static (size, value) => size == 1 || size == value).All(static fits => fits));
    });
}
