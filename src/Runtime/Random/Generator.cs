using TypedTensors.Kernels.Random;

namespace TypedTensors;

/// <summary>A stream of random numbers: a seed, and a position in the stream of that seed.</summary>
/// <remarks>
/// <para>
/// The numbers come from a counter-based generator (Philox4x32-10): what lies at a position depends on the seed and the position
/// alone, so results are the same for any number of threads, and a training run is continued exactly by restoring both.
/// </para>
/// <para>Safe to share between threads; which of them gets which part of the stream then depends on their timing.</para>
/// </remarks>
public sealed class Generator
{
    private readonly Lock _lock = new();
    private ulong _seed;
    private ulong _position;

    /// <summary>A stream at its beginning.</summary>
    /// <param name="seed">The seed: streams of different seeds are unrelated.</param>
    public Generator(long seed) => _seed = (ulong)seed;

    /// <summary>The generator that is used where none is given. Its seed is 0 until <see cref="ManualSeed"/> changes it.</summary>
    public static Generator Default { get; } = new(0);

    /// <summary>The seed.</summary>
    public long Seed
    {
        get
        {
            lock (_lock)
                return (long)_seed;
        }
    }

    /// <summary>How many blocks of 128 random bits have been drawn since the beginning. Setting it moves to any place of the stream.</summary>
    public long Position
    {
        get
        {
            lock (_lock)
                return (long)_position;
        }

        set
        {
            lock (_lock)
                _position = (ulong)value;
        }
    }

    /// <summary>Goes to the beginning of the stream of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public void ManualSeed(long seed)
    {
        lock (_lock)
        {
            _seed = (ulong)seed;
            _position = 0;
        }
    }

    /// <summary>A random order of the integers from 0 up to, but not including, a count.</summary>
    /// <param name="count">How many integers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = new int[count];
        Distributions.Permutation(order, Draw(Distributions.BlocksFor(count, 2)));
        return order;
    }

    /// <summary>Takes the next blocks of the stream.</summary>
    internal RandomBlocks Draw(ulong blocks)
    {
        lock (_lock)
        {
            RandomBlocks drawn = new(_seed, _position);
            _position += blocks;
            return drawn;
        }
    }
}
