namespace TypedTensors.Nn;

/// <summary>One integer for each of the two dimensions of an image. A single integer stands for both: <c>kernelSize: 5</c>, <c>kernelSize: (3, 5)</c>.</summary>
/// <param name="Height">The integer for the rows.</param>
/// <param name="Width">The integer for the columns.</param>
public readonly record struct Pair(int Height, int Width)
{
    /// <summary>The same integer for both dimensions.</summary>
    /// <param name="both">The integer.</param>
    public static implicit operator Pair(int both) => new(both, both);

    /// <summary>One integer for each dimension.</summary>
    /// <param name="pair">The integers, that of the rows first.</param>
    public static implicit operator Pair((int Height, int Width) pair) => new(pair.Height, pair.Width);

    /// <summary>The two integers: <c>(3, 5)</c>.</summary>
    public override string ToString() => $"({Height}, {Width})";
}
