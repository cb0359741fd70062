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
            throw SavedValues.Released(operation);
        if (_tensor.StorageVersion != _version)
            throw SavedValues.Changed(operation, _tensor, _version);
        return _tensor;
    }

    /// <summary>The saved value, or null when it was not needed.</summary>
    /// <param name="operation">The name of the operation that saved it.</param>
    /// <exception cref="InvalidOperationException">It was changed in place, or released by an earlier run.</exception>
    public readonly Tensor<T>? OpenIfSaved(string operation) => _isSaved ? OpenTensor(operation) : null;

    /// <summary>The saved value for a recorded pullback, absent when it was not needed.</summary>
    /// <param name="operation">The name of the operation that saved it.</param>
    /// <exception cref="InvalidOperationException">It was changed in place, or released by an earlier run.</exception>
    public readonly RecordedLanes<T> OpenLanes(string operation) => _isSaved ? new(OpenTensor(operation)) : default;

    public void Release() => _tensor = null;
}

/// <summary>Why a saved value cannot be used.</summary>
internal static class SavedValues
{
    public static InvalidOperationException Released(string operation) => new(
        $"Backward: the values that {operation} saved were released by an earlier Backward through it; pass retainGraph: true to that one");

    public static InvalidOperationException Changed(string operation, Tensor value, int version) => new(
        $"Backward: a value {value.Sizes} that {operation} saved was changed by an in-place operation "
        + $"(it is at version {value.StorageVersion}, version {version} was saved)");
}
