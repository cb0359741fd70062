namespace TypedTensors;

/// <summary>
/// An operation of one tensor argument whose pullback is also written as tensor operations, so that the gradient can be differentiated again. It is needed
/// where the declared <see cref="Linearity"/> does not say how.
/// </summary>
/// <typeparam name="TInput">The element type of the argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRecordedPullback<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="input">The argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <returns>The cotangent of the argument.</returns>
    Tensor<TInput> RecordedPullback(Tensor<TResult> cotangent, Tensor<TInput>? input, Tensor<TResult>? result);
}

/// <summary>
/// An operation of two tensor arguments whose pullback is also written as tensor operations, so that the gradient can be differentiated again. It is needed
/// where the declared <see cref="Linearity"/> does not say how.
/// </summary>
/// <typeparam name="TLeft">The element type of the first argument.</typeparam>
/// <typeparam name="TRight">The element type of the second argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRecordedPullback<TLeft, TRight, TResult>
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="left">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="right">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <returns>The cotangents of the arguments; null for those that a gradient does not reach.</returns>
    (Tensor<TLeft>? Left, Tensor<TRight>? Right) RecordedPullback(
        Tensor<TResult> cotangent, Tensor<TLeft>? left, Tensor<TRight>? right, Tensor<TResult>? result);
}

/// <summary>
/// An operation of three tensor arguments whose pullback is also written as tensor operations, so that the gradient can be differentiated again. It is needed
/// where the declared <see cref="Linearity"/> does not say how.
/// </summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRecordedPullback<TFirst, TSecond, TThird, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TResult : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <returns>The cotangents of the arguments; null for those that a gradient does not reach.</returns>
    (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third) RecordedPullback(
        Tensor<TResult> cotangent, Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TResult>? result);
}

/// <summary>
/// An operation of four tensor arguments whose pullback is also written as tensor operations, so that the gradient can be differentiated again. It is needed
/// where the declared <see cref="Linearity"/> does not say how.
/// </summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRecordedPullback<TFirst, TSecond, TThird, TFourth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TResult : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="fourth">The fourth argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <returns>The cotangents of the arguments; null for those that a gradient does not reach.</returns>
    (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third, Tensor<TFourth>? Fourth) RecordedPullback(
        Tensor<TResult> cotangent, Tensor<TFirst>? first, Tensor<TSecond>? second, Tensor<TThird>? third, Tensor<TFourth>? fourth, Tensor<TResult>? result);
}

/// <summary>
/// An operation of five tensor arguments whose pullback is also written as tensor operations, so that the gradient can be differentiated again. It is needed
/// where the declared <see cref="Linearity"/> does not say how.
/// </summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
/// <typeparam name="TFifth">The element type of the fifth argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRecordedPullback<TFirst, TSecond, TThird, TFourth, TFifth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TFifth : unmanaged
    where TResult : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="fourth">The fourth argument, present when the declaration saves the inputs.</param>
    /// <param name="fifth">The fifth argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <returns>The cotangents of the arguments; null for those that a gradient does not reach.</returns>
    (Tensor<TFirst>? First, Tensor<TSecond>? Second, Tensor<TThird>? Third, Tensor<TFourth>? Fourth, Tensor<TFifth>? Fifth) RecordedPullback(
        Tensor<TResult> cotangent,
        Tensor<TFirst>? first,
        Tensor<TSecond>? second,
        Tensor<TThird>? third,
        Tensor<TFourth>? fourth,
        Tensor<TFifth>? fifth,
        Tensor<TResult>? result);
}

/// <summary>
/// An operation of one tensor argument with two results whose pullback is also written as tensor operations, so that the gradient can be differentiated again.
/// </summary>
/// <typeparam name="TInput">The element type of the argument.</typeparam>
/// <typeparam name="TFirst">The element type of the first result.</typeparam>
/// <typeparam name="TSecond">The element type of the second result.</typeparam>
public interface IRecordedPairPullback<TInput, TFirst, TSecond>
    where TInput : unmanaged
    where TFirst : unmanaged
    where TSecond : unmanaged
{
    /// <summary>What the pullback computes, by operations that record themselves.</summary>
    /// <param name="firstCotangent">The cotangent of the first result; null where none arrived.</param>
    /// <param name="secondCotangent">The cotangent of the second result, likewise. One of the two is present.</param>
    /// <param name="shape">The shape of the argument.</param>
    /// <param name="input">The argument, present when the declaration saves the inputs.</param>
    /// <param name="first">The first result, present when the declaration saves the results.</param>
    /// <param name="second">The second result, present when the declaration saves the results.</param>
    /// <returns>The cotangent of the argument.</returns>
    Tensor<TInput> RecordedPullback(
        Tensor<TFirst>? firstCotangent, Tensor<TSecond>? secondCotangent, Shape shape, Tensor<TInput>? input, Tensor<TFirst>? first, Tensor<TSecond>? second);
}
