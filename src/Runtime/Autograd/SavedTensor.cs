namespace TypedTensors.Autograd;

/// <summary>A value that a pullback needs, with the version that it had.</summary>
internal struct SavedTensor<T>
    where T : unmanaged
{
    private Tensor<T>? _tensor;
    private readonly int _version;
    private readonly bool _isSaved;

    public SavedTensor(Tensor<T> tensor)
    {
        _tensor = tensor;
        _version = tensor.StorageVersion;
        _isSaved = true;
    }

    /// <summary>Saves a value if it is needed; else nothing keeps it alive.</summary>
    public static SavedTensor<T> If(bool isNeeded, Tensor<T> tensor) => isNeeded ? new(tensor) : default;

    /// <summary>The saved value, or the absent view when it was not needed.</summary>
    /// <param name="operation">The name of the operation that saved it.</param>
    /// <exception cref="InvalidOperationException">It was changed in place, or released by an earlier run.</exception>
    public readonly TensorView<T> Open(string operation) => _isSaved ? OpenTensor(operation).View : default;

    /// <summary>The saved value as a tensor. There is one.</summary>
    /// <param name="operation">The name of the operation that saved it.</param>
    /// <exception cref="InvalidOperationException">It was changed in place, or released by an earlier run.</exception>
    public readonly Tensor<T> OpenTensor(string operation)
    {
        if (_tensor is null)
        {
            throw new InvalidOperationException(
                $"Backward: the values that {operation} saved were released by an earlier Backward through it; pass retainGraph: true to that one");
        }

        if (_tensor.StorageVersion != _version)
        {
            throw new InvalidOperationException(
                $"Backward: a value {_tensor.Shape} that {operation} saved was changed by an in-place operation "
                + $"(it is at version {_tensor.StorageVersion}, version {_version} was saved)");
        }

        return _tensor;
    }

    public void Release() => _tensor = null;
}
