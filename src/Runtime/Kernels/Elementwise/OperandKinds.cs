using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>How many operands and results a kernel has, and which of them are truth values.</summary>
/// <param name="OperandCount">One more than the highest index of an operand.</param>
/// <param name="ResultCount">One more than the highest index of a result.</param>
/// <param name="MaskOperands">A set bit for each operand that is a mask.</param>
/// <param name="MaskResults">A set bit for each result that is a mask.</param>
internal readonly record struct OperandKinds(int OperandCount, int ResultCount, uint MaskOperands, uint MaskResults)
{
    public bool IsMaskOperand(int index) => (MaskOperands >> index & 1) != 0;

    public bool IsMaskResult(int index) => (MaskResults >> index & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OperandKinds WithOperand(int index, bool isMask) => this with
    {
        OperandCount = Math.Max(OperandCount, index + 1),
        MaskOperands = isMask ? MaskOperands | (1u << index) : MaskOperands & ~(1u << index),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OperandKinds WithResult(int index, bool isMask) => this with
    {
        ResultCount = Math.Max(ResultCount, index + 1),
        MaskResults = isMask ? MaskResults | (1u << index) : MaskResults & ~(1u << index),
    };
}
