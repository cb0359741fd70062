using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The elements that a mask keeps, divided by the probability of keeping one, and zeros for the others: <c>x * kept / (1 - p)</c>.</summary>
    /// <remarks>
    /// Srivastava and others, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014, in the form whose mean is x. The mask is an argument, so that the
    /// operation has no state and can be compiled: it is drawn outside by <see cref="Tensor.Bernoulli(Generator, double, ReadOnlySpan{int})"/> with 1 - p. NaN stays NaN where it is not kept.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="kept">Which elements are kept, of the same shape.</param>
    /// <param name="p">The probability with which an element was dropped; for 1 everything is zero.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no probability.</exception>
    [Operation(typeof(DropoutOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Together, Differentiable = "x")]
    [return: Shape("...s")]
    public static Tensor<T> Dropout<T>([Shape("...s")] Tensor<T> x, [Shape("...s")] Tensor<bool> kept, double p = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<DropoutOperation<T>, T, bool, T>(new DropoutOperation<T>(p), x, kept);

    /// <summary>Drops each element with a given probability, drawn now, and divides the others by that of keeping one.</summary>
    /// <remarks>Which elements are dropped depends on the generator alone. In compiled methods, which draw nothing, the mask is given.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="p">The probability with which an element is dropped.</param>
    /// <param name="isTraining">Whether anything is dropped; otherwise the result is <paramref name="x"/> itself, as it is for a probability of 0.</param>
    /// <param name="generator">Where the random numbers come from; the default generator when left out.</param>
    /// <returns>A tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no probability.</exception>
    [return: Shape("...s")]
    public static Tensor<T> Dropout<T>([Shape("...s")] Tensor<T> x, double p = 0.5, bool isTraining = true, Generator? generator = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DropoutOperation<T> checkedFirst = new(p);
        return !isTraining || p == 0 ? x : Eager.Run<DropoutOperation<T>, T, bool, T>(checkedFirst, x, Tensor.Bernoulli(generator ?? Generator.Default, 1 - p, x.Shape.Sizes));
    }
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Dropout{T}(Tensor{T}, Tensor{bool}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.Dropout))]
        public Tensor<T> Dropout(Tensor<bool> kept, double p = 0.5) => Ops.Dropout(x, kept, p);
    }
}

/// <summary>Keeps some elements, scaled, and makes the others zero.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">The probability with which an element was dropped.</param>
public readonly struct DropoutOperation<T>(double p) : IOperation<T, bool, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _p = p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), $"Dropout: {p} is no probability");

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Dropout));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) => left == right ? left : throw Contract.Refuse(left, right, _p);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<bool> right, TensorView<T> result)
    {
        T scale = _p == 1 ? T.Zero : T.CreateChecked(1 / (1 - _p));
        ElementwiseDriver.Run<KeepScaled, bool, T, T>(right, left, new TensorView<T>(new Span<T>(ref scale), [], []), default, result);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<T> left, TensorView<bool> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<bool> rightCotangent) =>
        Forward(cotangent, right, leftCotangent);

    /// <summary>second third where first holds, else second times zero.</summary>
    private readonly struct KeepScaled : IElementwiseKernel<T>
    {
        public static int Arity => 3;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => second * TLanes.Select(first, third, TLanes.Zero);
    }
}
