using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Flow;

/// <summary>What is known of the operands of one call.</summary>
internal sealed class Operands
{
    private readonly List<KeyValuePair<IOperation, Value>> _values = [];

    public Value? this[IOperation? operand]
    {
        get
        {
            foreach (KeyValuePair<IOperation, Value> entry in _values)
            {
                if (ReferenceEquals(entry.Key, operand))
                    return entry.Value;
            }

            return null;
        }

        set
        {
            if (operand is not null && value is not null)
                _values.Add(new(operand, value));
        }
    }
}
