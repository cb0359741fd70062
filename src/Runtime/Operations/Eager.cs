using System.Numerics;

namespace TypedTensors;

/// <summary>
/// Runs operations at once: infers the result's shape, calls the kernel, and records the operation on the tape when an
/// argument is tracked. The body of every operation is one call of a method of this class.
/// </summary>
public static class Eager
{
    /// <summary>Runs an element-wise function of one argument.</summary>
    public static Tensor<T> Map<TFunction, T>(Tensor<T> x)
        where TFunction : struct, IUnaryFunction<T>
        where T : unmanaged, INumber<T> => throw new NotSupportedException();

    /// <summary>Runs an element-wise function of two arguments that are broadcast together.</summary>
    public static Tensor<T> Zip<TFunction, T>(Tensor<T> left, Tensor<T> right)
        where TFunction : struct, IBinaryFunction<T>
        where T : unmanaged, INumber<T> => throw new NotSupportedException();

    /// <summary>Runs an element-wise comparison.</summary>
    public static Tensor<bool> Compare<TPredicate, T>(Tensor<T> left, Tensor<T> right)
        where TPredicate : struct, IPredicate<T>
        where T : unmanaged, INumber<T> => throw new NotSupportedException();

    /// <summary>Runs an operation that gives a window on its argument's storage.</summary>
    public static Tensor<T> View<TOperation, T>(TOperation operation, Tensor<T> input)
        where TOperation : struct, IViewOperation
        where T : unmanaged => throw new NotSupportedException();

    /// <summary>Runs an operation of one tensor.</summary>
    public static Tensor<TResult> Run<TOperation, TInput, TResult>(TOperation operation, Tensor<TInput> input)
        where TOperation : struct, IOperation<TInput, TResult>
        where TInput : unmanaged
        where TResult : unmanaged => throw new NotSupportedException();

    /// <summary>Runs an operation of two tensors.</summary>
    public static Tensor<TResult> Run<TOperation, TLeft, TRight, TResult>(TOperation operation, Tensor<TLeft> left, Tensor<TRight> right)
        where TOperation : struct, IOperation<TLeft, TRight, TResult>
        where TLeft : unmanaged
        where TRight : unmanaged
        where TResult : unmanaged => throw new NotSupportedException();
}
