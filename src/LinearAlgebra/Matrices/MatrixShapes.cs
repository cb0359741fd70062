namespace TypedTensors.Matrices;

/// <summary>What the shapes of matrices are asked.</summary>
internal static class MatrixShapes
{
    public static bool IsSquare(Shape shape) => shape.Rank >= 2 && shape[^1] == shape[^2];

    /// <summary>The dimensions before the last two, and others after them.</summary>
    public static Shape Batch(Shape shape, params ReadOnlySpan<int> others) => new([.. shape.Sizes[..^2], .. others]);
}
