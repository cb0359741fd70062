namespace TypedTensors.Kernels.Indexing;

/// <summary>What is done with an element that an index names and the one that stands where the index does.</summary>
internal interface IIndexedAction<T>
{
    static abstract void Run(ref T named, ref T aligned);
}

/// <summary>Takes the named element.</summary>
internal readonly struct TakeNamed<T> : IIndexedAction<T>
{
    public static void Run(ref T named, ref T aligned) => aligned = named;
}

/// <summary>Overwrites the named element.</summary>
internal readonly struct SetNamed<T> : IIndexedAction<T>
{
    public static void Run(ref T named, ref T aligned) => named = aligned;
}

/// <summary>Makes the named element zero.</summary>
internal readonly struct ClearNamed<T> : IIndexedAction<T>
    where T : struct
{
    public static void Run(ref T named, ref T aligned) => named = default;
}
