using System.Numerics;
using TypedTensors.Kernels.Random;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of random numbers, uniform on [0, 1), from the default generator.</summary>
    /// <remarks>A number has as many random bits as its significand: 24 for a float, 53 for a double.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Rand<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T> => Rand<T>(Generator.Default, shape);

    /// <summary>A tensor of random numbers, uniform on [0, 1).</summary>
    /// <remarks>A number has as many random bits as its significand: 24 for a float, 53 for a double.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Rand<T>(Generator generator, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        ulong blocks = Distributions.BlocksFor(result.ElementCount, Distributions.WordsFor<T>());
        Distributions.Uniform(result.View.Elements, generator.Draw(blocks));
        return result;
    }

    /// <summary>A tensor of random numbers with mean 0 and variance 1, normally distributed, from the default generator.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Randn<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T> => Randn<T>(Generator.Default, shape);

    /// <summary>A tensor of random numbers with mean 0 and variance 1, normally distributed.</summary>
    /// <remarks>By the method of Box and Muller; the logarithm and the sine are those of the platform, which may differ in the last bit.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> Randn<T>(Generator generator, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        ulong blocks = Distributions.BlocksFor(result.ElementCount, Distributions.WordsFor<T>());
        Distributions.Normal(result.View.Elements, generator.Draw(blocks));
        return result;
    }

    /// <summary>A tensor of random integers, all equally likely, from the default generator.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="low">The smallest integer.</param>
    /// <param name="high">The integer after the largest.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> RandInt<T>(T low, T high, params ReadOnlySpan<int> shape)
        where T : unmanaged, IBinaryInteger<T> => RandInt(Generator.Default, low, high, shape);

    /// <summary>A tensor of random integers, all equally likely.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="generator">Where the numbers come from.</param>
    /// <param name="low">The smallest integer.</param>
    /// <param name="high">The integer after the largest.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    /// <exception cref="ShapeException">A size is negative.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> RandInt<T>(Generator generator, T low, T high, params ReadOnlySpan<int> shape)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape(shape));
        // Modulo 2^64, where the difference is right for every type of at most 64 bits.
        ulong range = ulong.CreateTruncating(high) - ulong.CreateTruncating(low);
        Distributions.Integers(result.View.Elements, low, range, generator.Draw(Distributions.BlocksFor(result.ElementCount, 2)));
        return result;
    }

    /// <summary>A random order of the integers from 0 up to, but not including, a count.</summary>
    /// <param name="count">How many integers.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    [return: Shape("count")]
    public static Tensor<int> RandPerm([Dim] int count, Generator? generator = null)
    {
        int[] order = (generator ?? Generator.Default).Permutation(count);
        return new Tensor<int>(new Storage<int>(order), new Shape(count));
    }
}
