using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>Converts between the bits of a vector mask and truth values in memory, eight at a time.</summary>
internal static class MaskBytes
{
    /// <summary>Writes bit i of a mask as truth value i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong bits, int count, ref bool destination)
    {
        ref byte bytes = ref Unsafe.As<bool, byte>(ref destination);
        int i = 0;
        for (; i + 8 <= count; i += 8)
        {
            // Eight copies of the byte, each keeping its own bit, then every byte that is not zero turned into one.
            ulong spread = (((bits >> i) & 0xFF) * 0x0101010101010101UL) & 0x8040201008040201UL;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, i), ((spread + 0x7F7F7F7F7F7F7F7FUL) >> 7) & 0x0101010101010101UL);
        }

        for (; i < count; i++)
            Unsafe.Add(ref bytes, i) = (byte)((bits >> i) & 1);
    }

    /// <summary>Reads one truth value for each lane of 1, 2, 4 or 8 bytes, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Read128<T>(ref readonly bool source)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == 4 ? (-Four(in source)).As<uint, T>()
        : Unsafe.SizeOf<T>() == 8 ? (-Vector128.WidenLower(Vector128.WidenLower(Vector128.WidenLower(Bytes<ushort>(in source))))).As<ulong, T>()
        : ReadOneByOne<Vector128<T>, T>(in source, Vector128<T>.Count);

    /// <summary>Reads one truth value for each lane of 1, 2, 4 or 8 bytes, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Read256<T>(ref readonly bool source)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 4)
            return (-Eight(in source)).As<uint, T>();
        if (Unsafe.SizeOf<T>() == 8)
            return (-Vector256.Create(Vector128.WidenLower(Four(in source)), Vector128.WidenUpper(Four(in source)))).As<ulong, T>();
        return ReadOneByOne<Vector256<T>, T>(in source, Vector256<T>.Count);
    }

    /// <summary>Reads one truth value for each lane of 1, 2, 4 or 8 bytes, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Read512<T>(ref readonly bool source)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 4)
            return (-Vector512.Create(Eight(in source), Eight(in Unsafe.Add(ref Unsafe.AsRef(in source), 8)))).As<uint, T>();
        if (Unsafe.SizeOf<T>() == 8)
            return (-Vector512.Create(Vector256.WidenLower(Eight(in source)), Vector256.WidenUpper(Eight(in source)))).As<ulong, T>();
        return ReadOneByOne<Vector512<T>, T>(in source, Vector512<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Bytes<TBlock>(ref readonly bool source)
        where TBlock : unmanaged =>
        Vector128.CreateScalar(Unsafe.ReadUnaligned<TBlock>(ref Unsafe.As<bool, byte>(ref Unsafe.AsRef(in source)))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Four(ref readonly bool source) => Vector128.WidenLower(Vector128.WidenLower(Bytes<uint>(in source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Eight(ref readonly bool source)
    {
        Vector128<ushort> halves = Vector128.WidenLower(Bytes<ulong>(in source));
        return Vector256.Create(Vector128.WidenLower(halves), Vector128.WidenUpper(halves));
    }

    private static TVector ReadOneByOne<TVector, T>(ref readonly bool source, int count)
        where TVector : unmanaged
        where T : unmanaged
    {
        TVector mask = default;
        ref byte bytes = ref Unsafe.As<TVector, byte>(ref mask);
        for (int i = 0; i < count * Unsafe.SizeOf<T>(); i++)
            Unsafe.Add(ref bytes, i) = Unsafe.Add(ref Unsafe.AsRef(in source), i / Unsafe.SizeOf<T>()) ? byte.MaxValue : (byte)0;
        return mask;
    }
}
