using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Einsum;

/// <summary>Products of two nodes where nothing is summed.</summary>
internal static class ElementwisePair
{
    /// <summary>Multiplies two nodes.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="step">Which ones.</param>
    /// <param name="product">The node that is the product.</param>
    /// <param name="isLast">Whether the destination has all labels of the product, and no others.</param>
    /// <returns>Whether the product went to the destination.</returns>
    public static bool Multiply<T>(Nodes<T> nodes, ContractionStep step, int product, bool isLast)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<int> labels = isLast ? nodes.Plan.DestinationLabels : step.Product;
        if (!isLast)
            nodes.LayOut(nodes.StridesOf(product), labels, [], []);
        Span<int> left = stackalloc int[2 * labels.Length], right = stackalloc int[2 * labels.Length], result = stackalloc int[2 * labels.Length];
        ElementwiseDriver.Run<BinaryForward<MultiplyFunction<T>, T>, T, T, T>(
            nodes.View(step.Left, labels, left),
            nodes.View(step.Right, labels, right),
            default,
            default,
            nodes.View(isLast ? nodes.Destination : product, labels, result));
        return isLast;
    }
}
