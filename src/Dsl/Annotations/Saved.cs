namespace TypedTensors;

/// <summary>What a pullback reads of the forward computation.</summary>
[Flags]
public enum Saved
{
    /// <summary>Nothing: the pullback needs the cotangent alone.</summary>
    None = 0,

    /// <summary>The values of the inputs.</summary>
    Inputs = 1,

    /// <summary>The values of the result.</summary>
    Result = 2,
}
