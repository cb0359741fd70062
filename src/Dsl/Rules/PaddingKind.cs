namespace TypedTensors.Rules;

/// <summary>What stands in the places that padding adds.</summary>
internal enum PaddingKind
{
    /// <summary>A value that is given; a negative amount removes places instead.</summary>
    Constant,

    /// <summary>The elements inside, mirrored at the outermost one.</summary>
    Reflection,

    /// <summary>The outermost element.</summary>
    Edge,
}
