using TypedTensors.Rules;

namespace TypedTensors.Messages;

/// <summary>What is said about values that an operation cannot take.</summary>
internal static class ValueMessages
{
    public static string NegativeSize(Operand operand, int index, long size) =>
        $"size {index} of {operand.Description} is {size}; a size cannot be negative";
}
