using System.Numerics;

namespace TypedTensors.Kernels.Indexing;

/// <summary>Adds to the named element.</summary>
internal readonly struct AddToNamed<T> : IIndexedAction<T>
    where T : INumber<T>
{
    public static void Run(ref T named, ref T aligned) => named += aligned;
}
