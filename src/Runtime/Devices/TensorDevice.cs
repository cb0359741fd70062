namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>Where the elements lie. Tensors are created on the processor; <c>To</c> copies them.</summary>
    public abstract Device Device { get; }
}

public sealed partial class Tensor<T>
{
    /// <inheritdoc/>
    public override Device Device => Storage.Device;

    /// <summary>The tensor on a device: itself where it lies there already, else a copy.</summary>
    /// <param name="device">The device.</param>
    /// <returns>A tensor of the same shape on the device.</returns>
    /// <exception cref="DeviceException">There is no such device.</exception>
    /// <exception cref="InvalidOperationException">The tensor requires a gradient, and lies on another device.</exception>
    [return: Shape("...this")]
    public Tensor<T> To(Device device)
    {
        if (!device.IsAvailable)
            throw new DeviceException($"To: there is no device {device} for the tensor {ShapeField}; available: {string.Join(", ", Device.Available)}");
        if (device == Device)
            return this;
        RefuseTracked(nameof(To));
        Tensor<T> host = OnHost();
        return device == Device.Cpu ? host : new Tensor<T>(new DeviceStorage<T>(device, host.ToArray()), ShapeField);
    }

    /// <summary>The elements on the processor, without history: a copy where they lie elsewhere.</summary>
    internal Tensor<T> OnHost()
    {
        if (Storage is not DeviceStorage<T> source)
            return this;
        if (ElementCount == 0)
            return Zeroed(ShapeField);

        // What the window spans, as one piece, from which its elements are then taken.
        int last = StorageOffset;
        for (int axis = 0; axis < Rank; axis++)
            last += (ShapeField.Sizes[axis] - 1) * StrideArray[axis];
        var elements = new T[last - StorageOffset + 1];
        source.Read(StorageOffset, elements);
        return new Tensor<T>(new Storage<T>(elements), ShapeField, StrideArray, 0).Copy();
    }
}
