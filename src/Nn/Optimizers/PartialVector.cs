using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Nn;

/// <summary>
/// Vectors at any place of a span, also across its end: lanes behind the end read as zero and are not written. So a loop needs no
/// second form of its body for the last few elements.
/// </summary>
internal static class PartialVector
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load<T>(ReadOnlySpan<T> elements, int index)
        where T : unmanaged
    {
        ReadOnlySpan<T> rest = elements[index..];
        return rest.Length >= Vector<T>.Count ? new Vector<T>(rest) : LoadPart(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector<T> vector, Span<T> elements, int index)
        where T : unmanaged
    {
        Span<T> rest = elements[index..];
        if (rest.Length >= Vector<T>.Count)
            vector.CopyTo(rest);
        else
            StorePart(vector, rest);
    }

    private static Vector<T> LoadPart<T>(ReadOnlySpan<T> rest)
        where T : unmanaged
    {
        Span<T> padded = stackalloc T[Vector<T>.Count];
        padded.Clear();
        rest.CopyTo(padded);
        return new Vector<T>(padded);
    }

    private static void StorePart<T>(Vector<T> vector, Span<T> rest)
        where T : unmanaged
    {
        Span<T> padded = stackalloc T[Vector<T>.Count];
        vector.CopyTo(padded);
        padded[..rest.Length].CopyTo(rest);
    }
}
