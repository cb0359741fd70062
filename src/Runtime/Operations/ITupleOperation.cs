namespace TypedTensors;

/// <summary>The implementation of an operation with one tensor argument and two results. Other arguments are fields of the implementing struct.</summary>
/// <typeparam name="TInput">The element type of the argument.</typeparam>
/// <typeparam name="TFirst">The element type of the first result.</typeparam>
/// <typeparam name="TSecond">The element type of the second result.</typeparam>
public interface IPairOperation<TInput, TFirst, TSecond>
    where TInput : unmanaged
    where TFirst : unmanaged
    where TSecond : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shapes that <see cref="Forward"/> writes.</summary>
    /// <param name="input">The shape of the argument.</param>
    /// <returns>The shapes of the results.</returns>
    /// <exception cref="ShapeException">The argument is refused; see <see cref="OperationContract.Refuse"/>.</exception>
    (Shape First, Shape Second) ResultShapes(Shape input);

    /// <summary>Computes the results into given memory.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="first">Contiguous memory of the first result's shape, with undefined contents; every element is written.</param>
    /// <param name="second">The same of the second result.</param>
    void Forward(TensorView<TInput> input, TensorView<TFirst> first, TensorView<TSecond> second);

    /// <summary>Computes the cotangent of the argument from those of the results. Every element is written.</summary>
    /// <param name="firstCotangent">The cotangent of the first result, of any strides; absent where none arrived, which counts as zeros.</param>
    /// <param name="secondCotangent">The cotangent of the second result, likewise. One of the two is present.</param>
    /// <param name="input">The argument, present when the declaration saves the inputs.</param>
    /// <param name="first">The first result, present when the declaration saves the results.</param>
    /// <param name="second">The second result, present when the declaration saves the results.</param>
    /// <param name="inputCotangent">Contiguous memory of the argument's shape.</param>
    void Pullback(
        TensorView<TFirst> firstCotangent,
        TensorView<TSecond> secondCotangent,
        TensorView<TInput> input,
        TensorView<TFirst> first,
        TensorView<TSecond> second,
        TensorView<TInput> inputCotangent);
}

/// <summary>The implementation of an operation with one tensor argument and three results. Other arguments are fields of the implementing struct.</summary>
/// <typeparam name="TInput">The element type of the argument.</typeparam>
/// <typeparam name="TFirst">The element type of the first result.</typeparam>
/// <typeparam name="TSecond">The element type of the second result.</typeparam>
/// <typeparam name="TThird">The element type of the third result.</typeparam>
public interface ITripleOperation<TInput, TFirst, TSecond, TThird>
    where TInput : unmanaged
    where TFirst : unmanaged
    where TSecond : unmanaged
    where TThird : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shapes that <see cref="Forward"/> writes.</summary>
    /// <param name="input">The shape of the argument.</param>
    /// <returns>The shapes of the results.</returns>
    /// <exception cref="ShapeException">The argument is refused; see <see cref="OperationContract.Refuse"/>.</exception>
    (Shape First, Shape Second, Shape Third) ResultShapes(Shape input);

    /// <summary>Computes the results into given memory.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="first">Contiguous memory of the first result's shape, with undefined contents; every element is written.</param>
    /// <param name="second">The same of the second result.</param>
    /// <param name="third">The same of the third result.</param>
    void Forward(TensorView<TInput> input, TensorView<TFirst> first, TensorView<TSecond> second, TensorView<TThird> third);

    /// <summary>Computes the cotangent of the argument from those of the results. Every element is written.</summary>
    /// <param name="firstCotangent">The cotangent of the first result, of any strides; absent where none arrived, which counts as zeros.</param>
    /// <param name="secondCotangent">The cotangent of the second result, likewise.</param>
    /// <param name="thirdCotangent">The cotangent of the third result, likewise. One of the three is present.</param>
    /// <param name="input">The argument, present when the declaration saves the inputs.</param>
    /// <param name="first">The first result, present when the declaration saves the results.</param>
    /// <param name="second">The second result, present when the declaration saves the results.</param>
    /// <param name="third">The third result, present when the declaration saves the results.</param>
    /// <param name="inputCotangent">Contiguous memory of the argument's shape.</param>
    void Pullback(
        TensorView<TFirst> firstCotangent,
        TensorView<TSecond> secondCotangent,
        TensorView<TThird> thirdCotangent,
        TensorView<TInput> input,
        TensorView<TFirst> first,
        TensorView<TSecond> second,
        TensorView<TThird> third,
        TensorView<TInput> inputCotangent);
}
