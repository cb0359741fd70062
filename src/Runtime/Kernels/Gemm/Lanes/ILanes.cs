namespace TypedTensors.Kernels.Gemm;

/// <summary>
/// The vector operations that the kernels are written in. A kernel is one generic body; the implementation of this interface that it is
/// instantiated with decides the width of its registers.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TVector">What one register holds.</typeparam>
internal unsafe interface ILanes<T, TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    /// <summary>Elements in a register.</summary>
    static abstract int Count { get; }

    /// <summary>
    /// The tallest tile, two registers wide, whose accumulators leave room for two registers of B and one broadcast element of A.
    /// </summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(T* source);

    static abstract TVector Broadcast(T* source);

    static abstract void Store(TVector value, T* destination);

    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left * right + addend, with one rounding where the hardware has it.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The sum of the elements of a register.</summary>
    static abstract T Sum(TVector value);

    /// <summary>What <see cref="LoadFirst"/> and <see cref="StoreFirst"/> need to touch only the first elements.</summary>
    /// <param name="count">0 to <see cref="Count"/>.</param>
    static abstract TVector Mask(int count);

    /// <summary>Loads the first elements, zeros for the others, whose memory is not touched.</summary>
    static abstract TVector LoadFirst(T* source, TVector mask, int count);

    /// <summary>Stores the first elements and leaves the memory of the others untouched.</summary>
    static abstract void StoreFirst(TVector value, T* destination, TVector mask, int count);
}
