namespace TypedTensors;

/// <summary>An operation with a scalar result that gives the gradient by its first argument in the same pass over the elements.</summary>
/// <typeparam name="TLeft">The element type of the first argument.</typeparam>
/// <typeparam name="TRight">The element type of the second argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IGradientInForward<TLeft, TRight, TResult> : IOperation<TLeft, TRight, TResult>
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    /// <summary>Computes the result and the gradient into given memory.</summary>
    /// <param name="left">The first argument.</param>
    /// <param name="right">The second argument.</param>
    /// <param name="result">Memory of a scalar.</param>
    /// <param name="leftGradient">
    /// Contiguous memory of the first argument's shape, apart from the arguments: what the pullback gives for a cotangent of one.
    /// Every element is written.
    /// </param>
    void ForwardAndGradient(TensorView<TLeft> left, TensorView<TRight> right, TensorView<TResult> result, TensorView<TLeft> leftGradient);
}
