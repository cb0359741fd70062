using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>What the cases ask of a tensor besides its elements, at one moment.</summary>
internal sealed record TensorProperties(
    int[] Sizes, Type ElementType, Device Device, bool RequiresGrad, bool IsLeaf, string? Operation, int[] Strides, int StorageOffset, bool IsContiguous)
{
    public static TensorProperties Of(Tensor tensor)
    {
        Operand operand = Operand.Of(tensor);
        return new(
            operand.Shape.Sizes.ToArray(), tensor.ElementType, tensor.Device, operand.RequiresGrad, operand.IsLeaf,
            PrintedText.OperationOf(tensor), tensor.Strides.ToArray(), tensor.StorageOffset, operand.IsContiguous);
    }
}
