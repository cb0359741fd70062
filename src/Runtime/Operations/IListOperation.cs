namespace TypedTensors;

/// <summary>The implementation of an operation on a list of tensors, as joining takes. Other arguments are fields of the implementing struct.</summary>
/// <typeparam name="TInput">The element type of the arguments.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IListOperation<TInput, TResult>
    where TInput : unmanaged
    where TResult : unmanaged
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The shape that <see cref="Forward"/> writes.</summary>
    /// <param name="inputs">The shapes of the arguments.</param>
    /// <returns>The shape of the result.</returns>
    /// <exception cref="ShapeException">The arguments are refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Shape ResultShape(ReadOnlySpan<Shape> inputs);

    /// <summary>Computes the result into given memory.</summary>
    /// <param name="inputs">The arguments.</param>
    /// <param name="result">Contiguous memory of the result's shape, with undefined contents; every element is written.</param>
    void Forward(TensorViewList<TInput> inputs, TensorView<TResult> result);

    /// <summary>Computes the cotangents of the arguments that want one. Every element of those is written.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="shapes">The shapes of all arguments.</param>
    /// <param name="inputs">The arguments when the declaration saves the inputs, else an empty list.</param>
    /// <param name="result">The result, present when the declaration saves it.</param>
    /// <param name="inputCotangents">For each argument contiguous memory of its shape, present when its cotangent is wanted.</param>
    void Pullback(
        TensorView<TResult> cotangent,
        ReadOnlySpan<Shape> shapes,
        TensorViewList<TInput> inputs,
        TensorView<TResult> result,
        TensorViewList<TInput> inputCotangents);
}
