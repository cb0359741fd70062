using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Makes kernels of single instructions, and one kernel of two.</summary>
internal static class KernelBuilder
{
    /// <summary>The kernel of one instruction. Constants become part of it; every other operand is an input of the step.</summary>
    public static ElementwiseStep Single(
        IReadOnlyList<Value> values, string element, string name, string function, KernelForm form, IReadOnlyList<int> operands, int output, bool isMask)
    {
        List<int> inputs = [];
        List<KernelOperand> kernelOperands = [];
        List<int> references = [];
        foreach (int operand in operands)
        {
            if (operand < 0)
            {
                references.Add(-1);
                continue;
            }

            if (values[operand].Definition is NumberDefinition { Expression.IsConstant: true } number)
            {
                KernelOperand constant = new(number.Expression.Write(static _ => string.Empty), IsMask: false);
                references.Add(IndexOrAdd(kernelOperands, constant));
                continue;
            }

            int known = inputs.IndexOf(operand);
            if (known >= 0)
            {
                references.Add(InputPosition(kernelOperands, known));
                continue;
            }

            inputs.Add(operand);
            references.Add(kernelOperands.Count);
            kernelOperands.Add(new KernelOperand(null, values[operand].Element == "bool"));
        }

        Kernel kernel = new(
            element, [.. kernelOperands], [new KernelInstruction(name, function, form, [.. references])], [kernelOperands.Count], [isMask]);
        return new ElementwiseStep(kernel, [.. inputs], [output]);
    }

    /// <summary>One step that computes what two compute, the second of which may read results of the first.</summary>
    /// <param name="first">The first step.</param>
    /// <param name="second">The second step.</param>
    /// <param name="isNeeded">Whether a result of the first step is read elsewhere too.</param>
    public static ElementwiseStep Merge(ElementwiseStep first, ElementwiseStep second, Func<int, bool> isNeeded)
    {
        List<int> inputs = [.. first.Inputs];
        List<KernelOperand> operands = [.. first.Kernel.Operands];

        // The operands of the second kernel: results of the first (as negative references until all operands are known), or operands of the whole.
        List<int> mapped = [];
        List<bool> isResult = [];
        int nextInput = 0;
        foreach (KernelOperand operand in second.Kernel.Operands)
        {
            if (operand.Constant is not null)
            {
                mapped.Add(IndexOrAdd(operands, operand));
                isResult.Add(false);
                continue;
            }

            int input = second.Inputs[nextInput++];
            int produced = IndexOf(first.Outputs, input);
            if (produced >= 0)
            {
                mapped.Add(first.Kernel.Results[produced]);
                isResult.Add(true);
                continue;
            }

            int known = inputs.IndexOf(input);
            if (known >= 0)
            {
                mapped.Add(InputPosition(operands, known));
            }
            else
            {
                inputs.Add(input);
                mapped.Add(operands.Count);
                operands.Add(operand);
            }

            isResult.Add(false);
        }

        int firstOperands = first.Kernel.Operands.Count;
        int shift = operands.Count - firstOperands;
        int OfFirst(int reference) => reference < firstOperands ? reference : reference + shift;
        int instructions = first.Kernel.Instructions.Count;
        int OfSecond(int reference) => reference < 0 ? -1
            : reference >= second.Kernel.Operands.Count ? reference - second.Kernel.Operands.Count + operands.Count + instructions
            : isResult[reference] ? OfFirst(mapped[reference]) : mapped[reference];

        List<KernelInstruction> code =
        [
            .. first.Kernel.Instructions.Select(instruction => instruction with { Operands = [.. instruction.Operands.Select(OfFirst)] }),
            .. second.Kernel.Instructions.Select(instruction => instruction with { Operands = [.. instruction.Operands.Select(OfSecond)] }),
        ];
        List<int> outputs = [];
        List<int> results = [];
        List<bool> masks = [];
        for (int i = 0; i < first.Outputs.Count; i++)
        {
            if (!isNeeded(first.Outputs[i]))
                continue;
            outputs.Add(first.Outputs[i]);
            results.Add(OfFirst(first.Kernel.Results[i]));
            masks.Add(first.Kernel.Masks[i]);
        }

        for (int i = 0; i < second.Outputs.Count; i++)
        {
            outputs.Add(second.Outputs[i]);
            results.Add(OfSecond(second.Kernel.Results[i]));
            masks.Add(second.Kernel.Masks[i]);
        }

        Kernel kernel = new(first.Kernel.Element, [.. operands], [.. code], [.. results], [.. masks]);
        return new ElementwiseStep(kernel, [.. inputs], [.. outputs]);
    }

    /// <summary>The position among a kernel's operands of the n-th that is an input.</summary>
    public static int InputPosition(IReadOnlyList<KernelOperand> operands, int input)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            if (operands[i].Constant is null && input-- == 0)
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(input));
    }

    private static int IndexOrAdd(List<KernelOperand> operands, KernelOperand operand)
    {
        int index = operands.IndexOf(operand);
        if (index >= 0)
            return index;
        operands.Add(operand);
        return operands.Count - 1;
    }

    private static int IndexOf(EquatableArray<int> values, int value)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] == value)
                return i;
        }

        return -1;
    }
}
