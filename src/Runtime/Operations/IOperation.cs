namespace TypedTensors;

/// <summary>The implementation of an operation with one tensor argument. Other arguments are fields of the implementing struct.</summary>
/// <typeparam name="TInput">The element type of the argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IOperation<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="input">The shape of the argument.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The argument is refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(Shape input);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(TensorView<TInput> input, TensorView<TResult> result);

    /// <summary>Computes the cotangent of the argument from that of the result. Every element is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="input">The argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="inputCotangent">Contiguous memory of the argument's shape.</param>
    void Pullback(TensorView<TResult> cotangent, TensorView<TInput> input, TensorView<TResult> result, TensorView<TInput> inputCotangent);
}

/// <summary>The implementation of an operation with two tensor arguments.</summary>
/// <typeparam name="TLeft">The element type of the first argument.</typeparam>
/// <typeparam name="TRight">The element type of the second argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IOperation<TLeft, TRight, TResult>
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="left">The shape of the first argument.</param>
    /// <param name="right">The shape of the second argument.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The arguments are refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(Shape left, Shape right);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="left">The first argument.</param>
    /// <param name="right">The second argument.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(TensorView<TLeft> left, TensorView<TRight> right, TensorView<TResult> result);

    /// <summary>Computes the cotangents of the arguments that want one. Every element of those is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="left">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="right">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="leftCotangent">Contiguous memory of the first argument's shape, present when its cotangent is wanted.</param>
    /// <param name="rightCotangent">Contiguous memory of the second argument's shape, present when its cotangent is wanted.</param>
    void Pullback(
        TensorView<TResult> cotangent,
        TensorView<TLeft> left,
        TensorView<TRight> right,
        TensorView<TResult> result,
        TensorView<TLeft> leftCotangent,
        TensorView<TRight> rightCotangent);
}

/// <summary>The implementation of an operation with three tensor arguments.</summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IOperation<TFirst, TSecond, TThird, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="first">The shape of the first argument.</param>
    /// <param name="second">The shape of the second argument.</param>
    /// <param name="third">The shape of the third argument.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The arguments are refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(Shape first, Shape second, Shape third);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="first">The first argument.</param>
    /// <param name="second">The second argument.</param>
    /// <param name="third">The third argument.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(TensorView<TFirst> first, TensorView<TSecond> second, TensorView<TThird> third, TensorView<TResult> result);

    /// <summary>Computes the cotangents of the arguments that want one. Every element of those is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="firstCotangent">Contiguous memory of the first argument's shape, present when its cotangent is wanted.</param>
    /// <param name="secondCotangent">Contiguous memory of the second argument's shape, present when its cotangent is wanted.</param>
    /// <param name="thirdCotangent">Contiguous memory of the third argument's shape, present when its cotangent is wanted.</param>
    void Pullback(
        TensorView<TResult> cotangent,
        TensorView<TFirst> first,
        TensorView<TSecond> second,
        TensorView<TThird> third,
        TensorView<TResult> result,
        TensorView<TFirst> firstCotangent,
        TensorView<TSecond> secondCotangent,
        TensorView<TThird> thirdCotangent);
}

/// <summary>The implementation of an operation with four tensor arguments.</summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IOperation<TFirst, TSecond, TThird, TFourth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="first">The shape of the first argument.</param>
    /// <param name="second">The shape of the second argument.</param>
    /// <param name="third">The shape of the third argument.</param>
    /// <param name="fourth">The shape of the fourth argument.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The arguments are refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="first">The first argument.</param>
    /// <param name="second">The second argument.</param>
    /// <param name="third">The third argument.</param>
    /// <param name="fourth">The fourth argument.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(TensorView<TFirst> first, TensorView<TSecond> second, TensorView<TThird> third, TensorView<TFourth> fourth, TensorView<TResult> result);

    /// <summary>Computes the cotangents of the arguments that want one. Every element of those is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="fourth">The fourth argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="firstCotangent">Contiguous memory of the first argument's shape, present when its cotangent is wanted.</param>
    /// <param name="secondCotangent">Contiguous memory of the second argument's shape, present when its cotangent is wanted.</param>
    /// <param name="thirdCotangent">Contiguous memory of the third argument's shape, present when its cotangent is wanted.</param>
    /// <param name="fourthCotangent">Contiguous memory of the fourth argument's shape, present when its cotangent is wanted.</param>
    void Pullback(
        TensorView<TResult> cotangent,
        TensorView<TFirst> first,
        TensorView<TSecond> second,
        TensorView<TThird> third,
        TensorView<TFourth> fourth,
        TensorView<TResult> result,
        TensorView<TFirst> firstCotangent,
        TensorView<TSecond> secondCotangent,
        TensorView<TThird> thirdCotangent,
        TensorView<TFourth> fourthCotangent);
}

/// <summary>The implementation of an operation with five tensor arguments.</summary>
/// <typeparam name="TFirst">The element type of the first argument.</typeparam>
/// <typeparam name="TSecond">The element type of the second argument.</typeparam>
/// <typeparam name="TThird">The element type of the third argument.</typeparam>
/// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
/// <typeparam name="TFifth">The element type of the fifth argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IOperation<TFirst, TSecond, TThird, TFourth, TFifth, TResult>
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
    where TFourth : unmanaged
    where TFifth : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="first">The shape of the first argument.</param>
    /// <param name="second">The shape of the second argument.</param>
    /// <param name="third">The shape of the third argument.</param>
    /// <param name="fourth">The shape of the fourth argument.</param>
    /// <param name="fifth">The shape of the fifth argument.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The arguments are refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth, Shape fifth);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="first">The first argument.</param>
    /// <param name="second">The second argument.</param>
    /// <param name="third">The third argument.</param>
    /// <param name="fourth">The fourth argument.</param>
    /// <param name="fifth">The fifth argument.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(
        TensorView<TFirst> first, TensorView<TSecond> second, TensorView<TThird> third, TensorView<TFourth> fourth, TensorView<TFifth> fifth, TensorView<TResult> result);

    /// <summary>Computes the cotangents of the arguments that want one. Every element of those is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="first">The first argument, present when the declaration saves the inputs.</param>
    /// <param name="second">The second argument, present when the declaration saves the inputs.</param>
    /// <param name="third">The third argument, present when the declaration saves the inputs.</param>
    /// <param name="fourth">The fourth argument, present when the declaration saves the inputs.</param>
    /// <param name="fifth">The fifth argument, present when the declaration saves the inputs.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="firstCotangent">Contiguous memory of the first argument's shape, present when its cotangent is wanted.</param>
    /// <param name="secondCotangent">Contiguous memory of the second argument's shape, present when its cotangent is wanted.</param>
    /// <param name="thirdCotangent">Contiguous memory of the third argument's shape, present when its cotangent is wanted.</param>
    /// <param name="fourthCotangent">Contiguous memory of the fourth argument's shape, present when its cotangent is wanted.</param>
    /// <param name="fifthCotangent">Contiguous memory of the fifth argument's shape, present when its cotangent is wanted.</param>
    void Pullback(
        TensorView<TResult> cotangent,
        TensorView<TFirst> first,
        TensorView<TSecond> second,
        TensorView<TThird> third,
        TensorView<TFourth> fourth,
        TensorView<TFifth> fifth,
        TensorView<TResult> result,
        TensorView<TFirst> firstCotangent,
        TensorView<TSecond> secondCotangent,
        TensorView<TThird> thirdCotangent,
        TensorView<TFourth> fourthCotangent,
        TensorView<TFifth> fifthCotangent);
}
