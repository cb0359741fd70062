using System.Runtime.CompilerServices;

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
}
