using TypedTensors.Kernels.Conversions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A copy with another element type.</summary>
    /// <remarks>
    /// The conversion between numbers is C#'s own, unchecked: a fraction is cut off towards zero, integers keep their low bits, and what lies outside an integer
    /// type becomes its nearest end, NaN 0; a floating-point type with fewer digits gets the nearest number. True is 1 and false is 0; every number but 0 is true. Between floating-point types the gradient is converted back.
    /// </remarks>
    /// <typeparam name="T">The element type of the argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result: <see cref="bool"/>, <see cref="BFloat16"/>, or a number type of .NET of at most 64 bits.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <returns>A tensor of the same shape with memory of its own, also where the type is the same.</returns>
    /// <exception cref="NotSupportedException">One of the element types is none of these.</exception>
    [Operation(typeof(CastOperation<,>), Differentiable = "x")]
    [return: Shape("...x")]
    public static Tensor<TResult> Cast<T, TResult>(Tensor<T> x)
        where T : unmanaged
        where TResult : unmanaged => Eager.Run<CastOperation<T, TResult>, T, TResult>(default, x);
}

// An extension would have to be told both element types.
public sealed partial class Tensor<T>
{
    /// <inheritdoc cref="Ops.Cast{T, TResult}(Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Ops.Cast))]
    public Tensor<TResult> To<TResult>()
        where TResult : unmanaged => Ops.Cast<T, TResult>(this);
}

/// <summary>Converts every element.</summary>
/// <typeparam name="T">The element type of the argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public readonly struct CastOperation<T, TResult> : IOperation<T, TResult>
    where T : unmanaged
    where TResult : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Cast));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input;

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<TResult> result) => ElementCast.Run(input, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<TResult> cotangent, TensorView<T> input, TensorView<TResult> result, TensorView<T> inputCotangent) =>
        ElementCast.Run(cotangent, inputCotangent);
}
