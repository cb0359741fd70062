using TypedTensors.Kernels.Gemm;

namespace TypedTensors;

/// <summary>An operation that can rewrite the elements of its result while they are still in cache.</summary>
/// <typeparam name="TLeft">The element type of the first argument.</typeparam>
/// <typeparam name="TRight">The element type of the second argument.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IEpilogueOperation<TLeft, TRight, TResult> : IOperation<TLeft, TRight, TResult>
    where TLeft : unmanaged
    where TRight : unmanaged
    where TResult : unmanaged
{
    /// <summary>Computes the result into given memory, each element finished by an epilogue.</summary>
    /// <typeparam name="TEpilogue">The epilogue.</typeparam>
    /// <param name="left">The first argument, of rank 2.</param>
    /// <param name="right">The second argument, of rank 2.</param>
    /// <param name="result">Contiguous memory of the result's shape, of rank 2, with undefined contents; every element is written.</param>
    /// <param name="epilogue">Rewrites each element once, when it is complete.</param>
    void Forward<TEpilogue>(TensorView<TLeft> left, TensorView<TRight> right, TensorView<TResult> result, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<TResult>, allows ref struct;
}
