using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Applies an element-wise step to the result of an operation while that is in cache, where the operation can and nobody else reads the result.</summary>
internal static class EpilogueFusion
{
    private const int MaxInputs = 8;

    public static Function Run(Function function)
    {
        List<Step> steps = [.. function.Steps];
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i] is not ElementwiseStep { Outputs.Count: 1, Inputs.Count: <= MaxInputs } kernel)
                continue;
            int producer = steps.FindIndex(step => step is OperationStep { Epilogue: null } call && CanTake(function, steps, call, kernel));
            if (producer < 0)
                continue;
            steps[i] = Attach((OperationStep)steps[producer], kernel);
            steps.RemoveAt(producer);
            i--;
        }

        return function with { Steps = [.. steps] };
    }

    private static bool CanTake(Function function, List<Step> steps, OperationStep call, ElementwiseStep kernel)
    {
        int product = call.Outputs[0];
        Value value = function.Values[product];
        return call.Operation.TakesEpilogue
            && kernel.Inputs.Contains(product)
            && value.Element == kernel.Kernel.Element
            && value.Shape.Rank == 2
            && call.Inputs.All(input => function.Values[input].Shape.Rank == 2)
            && value.Shape.Equals(function.Values[kernel.Outputs[0]].Shape)
            && kernel.Kernel.Operands.All(static operand => !operand.IsMask)
            && !kernel.Kernel.Masks[0]
            && kernel.Inputs.All(input => function.Values[input].Shape.Rank <= 2)
            && !function.Results.Contains(product)
            && steps.All(step => ReferenceEquals(step, kernel) || !step.Reads.Contains(product));
    }

    /// <summary>The call with the kernel behind it; the product becomes the kernel's first operand.</summary>
    private static OperationStep Attach(OperationStep call, ElementwiseStep step)
    {
        Kernel kernel = step.Kernel;
        int product = call.Outputs[0];
        int[] inputPositions = [.. kernel.Operands.Select(static (operand, position) => (operand, position))
            .Where(static pair => pair.operand.Constant is null).Select(static pair => pair.position)];
        int productPosition = inputPositions[step.Inputs.ToList().IndexOf(product)];
        int[] order = [productPosition, .. Enumerable.Range(0, kernel.Operands.Count).Where(position => position != productPosition)];
        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            place[order[i]] = i;
        int Moved(int reference) => reference >= 0 && reference < place.Length ? place[reference] : reference;
        Kernel reordered = kernel with
        {
            Operands = [.. order.Select(position => kernel.Operands[position])],
            Instructions = [.. kernel.Instructions.Select(instruction => instruction with { Operands = [.. instruction.Operands.Select(Moved)] })],
            Results = [.. kernel.Results.Select(Moved)],
        };
        return call with { Inputs = [.. call.Inputs, .. step.Inputs.Where(input => input != product)], Outputs = step.Outputs, Epilogue = reordered };
    }
}
