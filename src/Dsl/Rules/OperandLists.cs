using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>Tensors that come one by one or in a list.</summary>
internal static class OperandLists
{
    /// <summary>The tensors one by one; <paramref name="complete"/> is false when a list among them is not known.</summary>
    public static IReadOnlyList<Operand> Flatten(IReadOnlyList<Operand> operands, out bool complete)
    {
        complete = true;
        var tensors = new List<Operand>();
        foreach (Operand operand in operands)
        {
            switch (operand.Value)
            {
                case TensorListArgument list:
                    for (int i = 0; i < list.Shapes.Count; i++)
                    {
                        // Numbering the list in its label keeps the elements apart; the text is the list's own.
                        var element = new TensorArgument(list.Shapes[i], list.Text is null ? null : list.Text + "[" + i + "]");
                        tensors.Add(new Operand(element, operand.Label + "[" + i + "]", operand.Index));
                    }

                    break;
                case UnknownArgument when operand.IsList:
                    complete = false;
                    break;
                case AbsentArgument:
                    break;
                default:
                    tensors.Add(operand);
                    break;
            }
        }

        return tensors;
    }
}
