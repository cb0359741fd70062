using System.Numerics;
using TypedTensors.Kernels.Gemm;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Einsum;

/// <summary>Carries out a plan: sums within operands, products of pairs, and the last copy where the last product does not go to its place at once.</summary>
internal static class Contraction
{
    /// <summary>Computes every element of the destination.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="operands">The operands, of any strides.</param>
    /// <param name="destination">Contiguous memory.</param>
    public static unsafe void Run<T>(ContractionPlan plan, ContractionOperands<T> operands, TensorView<T> destination)
        where T : unmanaged, INumber<T>
    {
        if (destination.ElementCount == 0)
            return;
        if (plan.IsZero || plan.HasDiagonal)
            destination.Elements.Clear();
        if (plan.IsZero)
            return;

        using ScratchMemory scratch = ScratchMemory.Rent((nint)plan.TemporaryElements * sizeof(T), 1);
        int labels = plan.Sizes.Length, count = plan.Operands.Length;
        Nodes<T> nodes = new(plan, operands, destination, new Span<T>(scratch.Take<T>(plan.TemporaryElements), plan.TemporaryElements), stackalloc int[(plan.Nodes.Length + 1) * labels]);
        for (int i = 0; i < count; i++)
        {
            if (plan.IsSummed(i))
                Sum(nodes, i, operands[i]);
        }

        bool isInPlace = false;
        for (int i = 0; i < plan.Steps.Length; i++)
        {
            ContractionStep step = plan.Steps[i];
            bool isLast = i == plan.Steps.Length - 1 && step.Product.Length == plan.DestinationLabels.Length;
            isInPlace = step.Inner.Length == 0
                ? ElementwisePair.Multiply(nodes, step, count + i, isLast)
                : MatrixPair.Multiply(nodes, step, count + i, isLast);
        }

        if (isInPlace)
            return;
        Span<int> from = stackalloc int[2 * labels], to = stackalloc int[2 * labels];
        StridedCopy.Run(nodes.View(plan.Nodes.Length - 1, plan.DestinationLabels, from), nodes.View(nodes.Destination, plan.DestinationLabels, to));
    }

    /// <summary>Sums an operand over the labels that nothing else has.</summary>
    private static void Sum<T>(Nodes<T> nodes, int operand, TensorView<T> tensor)
        where T : unmanaged, INumber<T>
    {
        ContractionPlan plan = nodes.Plan;
        Span<int> labels = stackalloc int[plan.Sizes.Length], room = stackalloc int[2 * plan.Sizes.Length], strides = stackalloc int[plan.Sizes.Length];
        Span<bool> reduced = stackalloc bool[plan.Sizes.Length];
        Nodes<T>.AddStrides(plan.Operands[operand], tensor.Strides, strides);
        int count = 0;
        foreach (int label in plan.Operands[operand])
        {
            if (label < 0 || labels[..count].Contains(label))
                continue;
            reduced[count] = !plan.Nodes[operand].AsSpan().Contains(label);
            labels[count++] = label;
        }

        ReductionDriver.Run<SumFold<T>, T>(
            nodes.View(tensor.Buffer, labels[..count], strides, room), reduced[..count], nodes.MemoryOf(operand)[..plan.CountOf(plan.Nodes[operand])]);
        nodes.LayOut(nodes.StridesOf(operand), plan.Nodes[operand], [], []);
    }
}
