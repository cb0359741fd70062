using System.Numerics;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of random numbers, uniform on [0, 1), with the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    [return: Shape("...like")]
    public static Tensor<T> RandLike<T>(Tensor<T> like, Generator? generator = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Rand<T>(generator ?? Generator.Default, like.Shape.Sizes);

    /// <summary>A tensor of random numbers with mean 0 and variance 1, normally distributed, with the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    [return: Shape("...like")]
    public static Tensor<T> RandnLike<T>(Tensor<T> like, Generator? generator = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Randn<T>(generator ?? Generator.Default, like.Shape.Sizes);

    /// <summary>A tensor of random integers, all equally likely, with the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    /// <param name="low">The smallest integer.</param>
    /// <param name="high">The integer after the largest.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    [return: Shape("...like")]
    public static Tensor<T> RandIntLike<T>(Tensor<T> like, T low, T high, Generator? generator = null)
        where T : unmanaged, IBinaryInteger<T> => RandInt(generator ?? Generator.Default, low, high, like.Shape.Sizes);

    /// <summary>A tensor of random whole numbers, all equally likely, with the shape and the floating-point type of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="like">The tensor whose shape to take.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The number after the largest.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no whole number between the bounds.</exception>
    [return: Shape("...like")]
    public static Tensor<T> RandIntLike<T>(Tensor<T> like, long low, long high, Generator? generator = null)
        where T : unmanaged, IFloatingPointIeee754<T> => RandInt(generator ?? Generator.Default, low, high, like.Shape.Sizes).To<T>();

    /// <summary>Ones, each with a probability of its own, and else zeros.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probability">For each element how likely a one is, between 0 and 1.</param>
    /// <param name="generator">Where the numbers come from; the default generator when left out.</param>
    /// <returns>A new tensor of the same shape, which has no gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A probability is less than 0, more than 1 or NaN.</exception>
    [return: Shape("...probability")]
    public static Tensor<T> Bernoulli<T>(Tensor<T> probability, Generator? generator = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> likely = (probability.IsContiguous ? probability : probability.Copy()).View.Elements;
        foreach (T chance in likely)
        {
            if (!(chance >= T.Zero && chance <= T.One))
                throw new ArgumentOutOfRangeException(nameof(probability), $"Bernoulli: {chance} is not a probability, which lies between 0 and 1");
        }

        Tensor<T> result = RandLike(probability, generator);
        Span<T> elements = result.View.Elements;
        for (int i = 0; i < elements.Length; i++)
            elements[i] = elements[i] < likely[i] ? T.One : T.Zero;
        return result;
    }
}
