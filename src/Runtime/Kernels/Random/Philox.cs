using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Random;

/// <summary>
/// Philox4x32-10: a bijection of 128-bit counters, keyed by 64 bits, whose outputs pass the known batteries of statistical tests.
/// </summary>
/// <remarks>
/// J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. There is no state to advance: any
/// block of a stream is computed on its own.
/// </remarks>
internal static class Philox
{
    /// <summary>How many 32-bit words a block has.</summary>
    public const int WordsInBlock = 4;

    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // The golden ratio and the square root of 3 less 1, as 32-bit fractions.
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The block of a counter.</summary>
    /// <param name="key">The key.</param>
    /// <param name="low">The low half of the counter.</param>
    /// <param name="high">The high half of the counter.</param>
    public static PhiloxBlock Block(ulong key, ulong low, ulong high = 0)
    {
        (uint c0, uint c1, uint c2, uint c3) = ((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32));
        (uint k0, uint k1) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        PhiloxBlock block = default;
        (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
        return block;
    }
}

/// <summary>Four random words.</summary>
[InlineArray(Philox.WordsInBlock)]
internal struct PhiloxBlock
{
    private uint _first;

    /// <summary>Two words as one, the first being the low half.</summary>
    /// <param name="pair">0 or 1.</param>
    public readonly ulong Wide(int pair) => this[2 * pair] | ((ulong)this[(2 * pair) + 1] << 32);
}
