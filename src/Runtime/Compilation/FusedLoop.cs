using System.ComponentModel;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>What a fused kernel may have at most.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FusedLoop
{
    /// <summary>The largest number of operands.</summary>
    public const int MaxOperands = OperandTable.MaxOperands;

    /// <summary>The largest number of results.</summary>
    public const int MaxResults = OperandTable.MaxResults;
}
