namespace TypedTensors;

/// <summary>What a loss does with its values for single elements or positions.</summary>
public enum Reduction
{
    /// <summary>Their mean; of nothing it is NaN.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Nothing: the result has one value for each.</summary>
    None,
}
