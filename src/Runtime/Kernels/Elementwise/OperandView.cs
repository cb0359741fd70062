namespace TypedTensors.Kernels.Elementwise;

/// <summary>An operand of an element-wise loop: a tensor, or one number for every element. The default value is the number zero.</summary>
internal readonly ref struct OperandView<T>
    where T : unmanaged
{
    public readonly TensorView<T> Tensor;
    public readonly T Number;

    public OperandView(TensorView<T> tensor) => Tensor = tensor;

    public OperandView(T number) => Number = number;
}
