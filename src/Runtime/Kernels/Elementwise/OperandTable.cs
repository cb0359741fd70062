namespace TypedTensors.Kernels.Elementwise;

/// <summary>Where a kernel finds its operands and puts its results, in pinned memory.</summary>
internal unsafe struct OperandTable
{
    public const int MaxOperands = 8;

    public const int MaxResults = 4;

    /// <summary>The widest vector in bytes, which is the memory that a repeated operand needs.</summary>
    public const int VectorBytes = 64;

    /// <summary>The first element of each operand, or a full vector of copies of the one that is repeated.</summary>
    public fixed long Operands[MaxOperands];

    /// <summary>For each operand -1 when it is read element by element, 0 when it is repeated.</summary>
    public fixed long Steps[MaxOperands];

    /// <summary>Where the first element of each result goes.</summary>
    public fixed long Results[MaxResults];
}
