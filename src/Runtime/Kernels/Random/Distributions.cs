using System.Numerics;

namespace TypedTensors.Kernels.Random;

/// <summary>Fills memory with random numbers. The value of an element depends on the seed, the first block and the element's index alone.</summary>
internal static class Distributions
{
    private const double TwoToMinus32 = 1.0 / (1UL << 32);
    private const double TwoToMinus53 = 1.0 / (1UL << 53);

    /// <summary>How many blocks a given number of elements takes.</summary>
    /// <param name="count">The number of elements.</param>
    /// <param name="wordsEach">How many 32-bit words each takes: 1 or 2.</param>
    public static ulong BlocksFor(int count, int wordsEach) => (((ulong)count * (ulong)wordsEach) + Philox.WordsInBlock - 1) / Philox.WordsInBlock;

    /// <summary>How many words an element takes: two where one has fewer bits than the significand.</summary>
    public static int WordsFor<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.Zero.GetSignificandBitLength() > 32 ? 2 : 1;

    /// <summary>Uniform on [0, 1): as many random bits as the significand holds, so that every value is a multiple of the same step.</summary>
    public static void Uniform<T>(Span<T> destination, RandomBlocks blocks)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int bits = T.Zero.GetSignificandBitLength();
        T step = T.ScaleB(T.One, -bits);
        if (WordsFor<T>() == 1)
        {
            for (int i = 0; i < destination.Length; i += 4)
            {
                PhiloxBlock block = blocks[i / 4];
                for (int j = 0; j < Math.Min(4, destination.Length - i); j++)
                    destination[i + j] = T.CreateTruncating(block[j] >> (32 - bits)) * step;
            }

            return;
        }

        for (int i = 0; i < destination.Length; i += 2)
        {
            PhiloxBlock block = blocks[i / 2];
            for (int j = 0; j < Math.Min(2, destination.Length - i); j++)
                destination[i + j] = T.CreateTruncating(block.Wide(j) >> (64 - bits)) * step;
        }
    }

    /// <summary>Standard normal, by the method of Box and Muller (1958) in double precision: each pair of uniform numbers gives two.</summary>
    public static void Normal<T>(Span<T> destination, RandomBlocks blocks)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (WordsFor<T>() == 1)
        {
            for (int i = 0; i < destination.Length; i += 2)
            {
                PhiloxBlock block = blocks[i / 4];
                int word = i % 4;
                NormalPair(destination[i..], (block[word] + 1.0) * TwoToMinus32, block[word + 1] * TwoToMinus32);
            }

            return;
        }

        for (int i = 0; i < destination.Length; i += 2)
        {
            PhiloxBlock block = blocks[i / 2];
            NormalPair(destination[i..], ((block.Wide(0) >> 11) + 1) * TwoToMinus53, (block.Wide(1) >> 11) * TwoToMinus53);
        }
    }

    /// <summary>True with a given probability: where 32 random bits lie below its part of 2^32.</summary>
    public static void Bernoulli(Span<bool> destination, double probability, RandomBlocks blocks)
    {
        ulong bound = (ulong)Math.Round(probability / TwoToMinus32);
        for (int i = 0; i < destination.Length; i += 4)
        {
            PhiloxBlock block = blocks[i / 4];
            for (int j = 0; j < Math.Min(4, destination.Length - i); j++)
                destination[i + j] = block[j] < bound;
        }
    }

    /// <summary>Uniform on the integers from 0 up to, but not including, a bound.</summary>
    /// <remarks>The bound times 64 random bits, of which the high half is taken: no value is likelier than another by more than bound / 2^64.</remarks>
    public static void Integers<T>(Span<T> destination, T low, ulong range, RandomBlocks blocks)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = low + T.CreateTruncating(Math.BigMul(blocks[i / 2].Wide(i % 2), range, out _));
    }

    /// <summary>A random order of the integers below the length, by the method of Fisher and Yates.</summary>
    public static void Permutation(Span<int> destination, RandomBlocks blocks)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            int other = (int)Math.BigMul(blocks[i / 2].Wide(i % 2), (ulong)i + 1, out _);
            destination[i] = destination[other];
            destination[other] = i;
        }
    }

    /// <param name="destination">Where the pair goes; the second number is dropped when there is no room.</param>
    /// <param name="radial">Uniform on (0, 1].</param>
    /// <param name="angular">Uniform on [0, 1).</param>
    private static void NormalPair<T>(Span<T> destination, double radial, double angular)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double radius = Math.Sqrt(-2 * Math.Log(radial));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * angular);
        destination[0] = T.CreateTruncating(radius * cosine);
        if (destination.Length > 1)
            destination[1] = T.CreateTruncating(radius * sine);
    }
}

/// <summary>A part of a random stream.</summary>
/// <param name="Seed">The key of the stream.</param>
/// <param name="Start">The position of the first block.</param>
internal readonly record struct RandomBlocks(ulong Seed, ulong Start)
{
    public PhiloxBlock this[int index] => Philox.Block(Seed, Start + (ulong)index);
}
