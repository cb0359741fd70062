namespace TypedTensors;

/// <summary>How the result of an operation depends on the tensors that a gradient reaches.</summary>
public enum Linearity
{
    /// <summary>In no way that is known; but an operation that saves nothing for its pullback can only be linear, and counts as <see cref="Together"/>.</summary>
    Unknown,

    /// <summary>The result is an affine function of all of them together, as of what is gathered by an index: the pullback reads none of them.</summary>
    Together,

    /// <summary>
    /// The result is a linear function of each of two of them, or of a list, while the others are held, as a product is. A third one is added to the
    /// product, repeated as needed: a bias.
    /// </summary>
    Separately,
}
