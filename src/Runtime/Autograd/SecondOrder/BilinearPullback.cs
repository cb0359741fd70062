namespace TypedTensors.Autograd;

/// <summary>The pullback of an operation that is linear in each of two tensors, recorded.</summary>
/// <remarks>
/// With B the operation, g the cotangent of its result and a, b the tensors, the cotangent of a is the A with sum(h A) = sum(g B(h, b)) for all h. So A is
/// linear in g and in b; its own cotangent h gives B(h, b) to g, and to b what the operation's pullback gives to it for the tensors h and b.
/// </remarks>
/// <param name="name">The name of the operation.</param>
/// <param name="product">The operation.</param>
/// <param name="pullLeft">The cotangent of the first tensor by its kernel, from that of the result and both tensors; the values of the first are not read.</param>
/// <param name="pullRight">The cotangent of the second tensor, likewise.</param>
internal sealed class BilinearPullback<TLeft, TRight, TResult>(
    string name,
    Func<Tensor<TLeft>, Tensor<TRight>, Tensor<TResult>> product,
    Func<Tensor<TResult>, Tensor<TLeft>, Tensor<TRight>, Tensor<TLeft>> pullLeft,
    Func<Tensor<TResult>, Tensor<TLeft>, Tensor<TRight>, Tensor<TRight>> pullRight)
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    /// <summary>The cotangent of the first tensor.</summary>
    /// <param name="cotangent">That of the result.</param>
    /// <param name="shape">The shape of the first tensor.</param>
    /// <param name="right">The second tensor.</param>
    public Tensor<TLeft> OfLeft(Tensor<TResult> cotangent, Shape shape, Tensor<TRight> right) => DerivedNode<TLeft>.Track(
        pullLeft(cotangent, Tensor<TLeft>.SharedZero(shape), right),
        name,
        [cotangent, right],
        new DerivedInput<TLeft>(cotangent, second => product(second, right)),
        new DerivedInput<TLeft>(right, second => OfRight(cotangent, right.Shape, second)));

    /// <summary>The cotangent of the second tensor.</summary>
    /// <param name="cotangent">That of the result.</param>
    /// <param name="shape">The shape of the second tensor.</param>
    /// <param name="left">The first tensor.</param>
    public Tensor<TRight> OfRight(Tensor<TResult> cotangent, Shape shape, Tensor<TLeft> left) => DerivedNode<TRight>.Track(
        pullRight(cotangent, left, Tensor<TRight>.SharedZero(shape)),
        name,
        [cotangent, left],
        new DerivedInput<TRight>(cotangent, second => product(left, second)),
        new DerivedInput<TRight>(left, second => OfLeft(cotangent, left.Shape, second)));
}
