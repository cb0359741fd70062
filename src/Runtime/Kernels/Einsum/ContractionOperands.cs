namespace TypedTensors.Kernels.Einsum;

/// <summary>The tensors of a contraction: a list, of which one may be replaced.</summary>
internal readonly ref struct ContractionOperands<T>
    where T : unmanaged
{
    private readonly TensorViewList<T> _list;
    private readonly TensorView<T> _replacement;
    private readonly int _replaced;

    public ContractionOperands(TensorViewList<T> list)
    {
        _list = list;
        _replaced = -1;
    }

    public ContractionOperands(TensorViewList<T> list, int replaced, TensorView<T> replacement)
    {
        _list = list;
        _replaced = replaced;
        _replacement = replacement;
    }

    public TensorView<T> this[int index] => index == _replaced ? _replacement : _list[index];
}
