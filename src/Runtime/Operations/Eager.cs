using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

/// <summary>
/// Runs operations at once: infers the result's shape, calls the kernel, and records the operation on the tape when an
/// argument is tracked. The body of every operation is one call of a method of this class.
/// </summary>
public static class Eager
{
    /// <summary>How many operations were run; approximate where several threads run them.</summary>
    internal static long DispatchCount { get; private set; }

    /// <summary>Runs an element-wise function of one argument.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A new tensor of the argument's shape.</returns>
    public static Tensor<T> Map<TFunction, T>(Tensor<T> x)
        where TFunction : struct, IUnaryFunction<T>
        where T : unmanaged, INumber<T>
    {
        DispatchCount++;
        Tensor<T> result = Tensor<T>.UninitializedLike(x);
        ElementwiseDriver.Run<UnaryForward<TFunction, T>, T, T, T>(x.View, default, default, default, result.View);
        if (IsRecorded(x, TFunction.Contract, 0))
            result.Track(new MapNode<TFunction, T>(x, result));
        return result;
    }

    /// <summary>Runs an element-wise function of two arguments that are broadcast together.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The first argument.</param>
    /// <param name="right">The second argument.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Tensor<T> Zip<TFunction, T>(Tensor<T> left, Tensor<T> right)
        where TFunction : struct, IBinaryFunction<T>
        where T : unmanaged, INumber<T>
    {
        DispatchCount++;
        Tensor<T> result = AllocateBroadcast<T, T>(left, right, TFunction.Contract);
        ElementwiseDriver.Run<BinaryForward<TFunction, T>, T, T, T>(left.View, right.View, default, default, result.View);
        if (IsRecorded(left, TFunction.Contract, 0) || IsRecorded(right, TFunction.Contract, 1))
            result.Track(new ZipNode<TFunction, T>(left, right, result));
        return result;
    }

    /// <summary>Runs an element-wise function of three arguments that are broadcast together.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="first">The first argument.</param>
    /// <param name="second">The second argument.</param>
    /// <param name="third">The third argument.</param>
    /// <returns>A new tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Tensor<T> Zip<TFunction, T>(Tensor<T> first, Tensor<T> second, Tensor<T> third)
        where TFunction : struct, ITernaryFunction<T>
        where T : unmanaged, INumber<T>
    {
        DispatchCount++;
        OperationContract contract = TFunction.Contract;
        Tensor<T> result = Tensor<T>.Uninitialized(Broadcasting.Combine(first.Shape, second.Shape, third.Shape, contract));
        ElementwiseDriver.Run<TernaryForward<TFunction, T>, T, T, T>(first.View, second.View, third.View, default, result.View);
        if (IsRecorded(first, contract, 0) || IsRecorded(second, contract, 1) || IsRecorded(third, contract, 2))
            result.Track(new TernaryNode<TFunction, T>(first, second, third));
        return result;
    }

    /// <summary>Runs an element-wise comparison of two arguments that are broadcast together.</summary>
    /// <typeparam name="TPredicate">The comparison.</typeparam>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The first argument.</param>
    /// <param name="right">The second argument.</param>
    /// <returns>A new tensor of the broadcast shape. It has no gradient.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Tensor<bool> Compare<TPredicate, T>(Tensor<T> left, Tensor<T> right)
        where TPredicate : struct, IPredicate<T>
        where T : unmanaged, INumber<T>
    {
        DispatchCount++;
        Tensor<bool> result = AllocateBroadcast<T, bool>(left, right, TPredicate.Contract);
        ElementwiseDriver.Run<Comparison<TPredicate, T>, T, T, bool>(left.View, right.View, default, default, result.View);
        return result;
    }

    /// <summary>Runs an operation that gives a window on its argument's storage.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>A tensor that shares the argument's storage.</returns>
    /// <exception cref="ShapeException">The argument is refused.</exception>
    public static Tensor<T> View<TOperation, T>(TOperation operation, Tensor<T> input)
        where TOperation : struct, IViewOperation
        where T : unmanaged
    {
        DispatchCount++;
        Layout layout = operation.Apply(input.Layout);
        Tensor<T> result = input.Window(layout.Shape, layout.Strides, layout.Offset);
        if (IsRecorded(input, TOperation.Contract, 0))
            result.Track(new ViewNode<TOperation, T>(operation, input));
        return result;
    }

    /// <summary>Runs an operation of one tensor.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TInput">The element type of the argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The argument is refused.</exception>
    public static Tensor<TResult> Run<TOperation, TInput, TResult>(TOperation operation, Tensor<TInput> input)
        where TOperation : struct, IOperation<TInput, TResult>
        where TInput : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(input.Shape));
        operation.Forward(input.View, result.View);
        if (IsRecorded(input, TOperation.Contract, 0) && HasGradients<TResult>())
            result.Track(new OperationNode<TOperation, TInput, TResult>(operation, input, result));
        return result;
    }

    /// <summary>Runs an operation of two tensors.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TLeft">The element type of the first argument.</typeparam>
    /// <typeparam name="TRight">The element type of the second argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensors.</param>
    /// <param name="left">The first tensor.</param>
    /// <param name="right">The second tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The arguments are refused.</exception>
    public static Tensor<TResult> Run<TOperation, TLeft, TRight, TResult>(TOperation operation, Tensor<TLeft> left, Tensor<TRight> right)
        where TOperation : struct, IOperation<TLeft, TRight, TResult>
        where TLeft : unmanaged
        where TRight : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        OperationContract contract = TOperation.Contract;
        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(left.Shape, right.Shape));
        operation.Forward(left.View, right.View, result.View);
        if ((IsRecorded(left, contract, 0) || IsRecorded(right, contract, 1)) && HasGradients<TResult>())
            result.Track(new OperationNode<TOperation, TLeft, TRight, TResult>(operation, left, right, result));
        return result;
    }

    /// <summary>Runs an operation of three tensors.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TFirst">The element type of the first argument.</typeparam>
    /// <typeparam name="TSecond">The element type of the second argument.</typeparam>
    /// <typeparam name="TThird">The element type of the third argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensors.</param>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <param name="third">The third tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The arguments are refused.</exception>
    public static Tensor<TResult> Run<TOperation, TFirst, TSecond, TThird, TResult>(
        TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third)
        where TOperation : struct, IOperation<TFirst, TSecond, TThird, TResult>
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TThird : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        OperationContract contract = TOperation.Contract;
        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(first.Shape, second.Shape, third.Shape));
        operation.Forward(first.View, second.View, third.View, result.View);
        if ((IsRecorded(first, contract, 0) || IsRecorded(second, contract, 1) || IsRecorded(third, contract, 2)) && HasGradients<TResult>())
            result.Track(new OperationNode<TOperation, TFirst, TSecond, TThird, TResult>(operation, first, second, third, result));
        return result;
    }

    /// <summary>Runs an operation of four tensors.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TFirst">The element type of the first argument.</typeparam>
    /// <typeparam name="TSecond">The element type of the second argument.</typeparam>
    /// <typeparam name="TThird">The element type of the third argument.</typeparam>
    /// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensors.</param>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <param name="third">The third tensor.</param>
    /// <param name="fourth">The fourth tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The arguments are refused.</exception>
    public static Tensor<TResult> Run<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(
        TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third, Tensor<TFourth> fourth)
        where TOperation : struct, IOperation<TFirst, TSecond, TThird, TFourth, TResult>
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TThird : unmanaged
        where TFourth : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        OperationContract contract = TOperation.Contract;
        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(first.Shape, second.Shape, third.Shape, fourth.Shape));
        operation.Forward(first.View, second.View, third.View, fourth.View, result.View);
        bool isRecorded = IsRecorded(first, contract, 0) || IsRecorded(second, contract, 1) || IsRecorded(third, contract, 2) || IsRecorded(fourth, contract, 3);
        if (isRecorded && HasGradients<TResult>())
            result.Track(new OperationNode<TOperation, TFirst, TSecond, TThird, TFourth, TResult>(operation, first, second, third, fourth, result));
        return result;
    }

    /// <summary>Runs an operation of five tensors.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TFirst">The element type of the first argument.</typeparam>
    /// <typeparam name="TSecond">The element type of the second argument.</typeparam>
    /// <typeparam name="TThird">The element type of the third argument.</typeparam>
    /// <typeparam name="TFourth">The element type of the fourth argument.</typeparam>
    /// <typeparam name="TFifth">The element type of the fifth argument.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensors.</param>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <param name="third">The third tensor.</param>
    /// <param name="fourth">The fourth tensor.</param>
    /// <param name="fifth">The fifth tensor.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The arguments are refused.</exception>
    public static Tensor<TResult> Run<TOperation, TFirst, TSecond, TThird, TFourth, TFifth, TResult>(
        TOperation operation, Tensor<TFirst> first, Tensor<TSecond> second, Tensor<TThird> third, Tensor<TFourth> fourth, Tensor<TFifth> fifth)
        where TOperation : struct, IOperation<TFirst, TSecond, TThird, TFourth, TFifth, TResult>
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TThird : unmanaged
        where TFourth : unmanaged
        where TFifth : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        OperationContract contract = TOperation.Contract;
        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(first.Shape, second.Shape, third.Shape, fourth.Shape, fifth.Shape));
        operation.Forward(first.View, second.View, third.View, fourth.View, fifth.View, result.View);
        bool isRecorded = IsRecorded(first, contract, 0) || IsRecorded(second, contract, 1) || IsRecorded(third, contract, 2) || IsRecorded(fourth, contract, 3)
            || IsRecorded(fifth, contract, 4);
        if (isRecorded && HasGradients<TResult>())
            result.Track(new OperationNode<TOperation, TFirst, TSecond, TThird, TFourth, TFifth, TResult>(operation, first, second, third, fourth, fifth, result));
        return result;
    }

    /// <summary>Runs an operation on a list of tensors.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TInput">The element type of the arguments.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensors.</param>
    /// <param name="inputs">The tensors.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The arguments are refused.</exception>
    public static Tensor<TResult> RunList<TOperation, TInput, TResult>(TOperation operation, ReadOnlySpan<Tensor<TInput>> inputs)
        where TOperation : struct, IListOperation<TInput, TResult>
        where TInput : unmanaged
        where TResult : unmanaged
    {
        DispatchCount++;
        var shapes = new Shape[inputs.Length];
        bool isRecorded = false;
        for (int i = 0; i < inputs.Length; i++)
        {
            shapes[i] = inputs[i].Shape;
            isRecorded = isRecorded || IsRecorded(inputs[i], TOperation.Contract, 0);
        }

        Tensor<TResult> result = Tensor<TResult>.Uninitialized(operation.ResultShape(shapes));
        operation.Forward(new TensorViewList<TInput>(inputs), result.View);
        if (isRecorded && HasGradients<TResult>())
            result.Track(new ListOperationNode<TOperation, TInput, TResult>(operation, inputs, result));
        return result;
    }

    /// <summary>Runs an operation of one tensor with two results.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TInput">The element type of the argument.</typeparam>
    /// <typeparam name="TFirst">The element type of the first result.</typeparam>
    /// <typeparam name="TSecond">The element type of the second result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>New tensors.</returns>
    /// <exception cref="ShapeException">The argument is refused.</exception>
    public static (Tensor<TFirst> First, Tensor<TSecond> Second) RunPair<TOperation, TInput, TFirst, TSecond>(TOperation operation, Tensor<TInput> input)
        where TOperation : struct, IPairOperation<TInput, TFirst, TSecond>
        where TInput : unmanaged
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        DispatchCount++;
        (Shape firstShape, Shape secondShape) = operation.ResultShapes(input.Shape);
        Tensor<TFirst> first = Tensor<TFirst>.Uninitialized(firstShape);
        Tensor<TSecond> second = Tensor<TSecond>.Uninitialized(secondShape);
        operation.Forward(input.View, first.View, second.View);
        if (IsRecorded(input, TOperation.Contract, 0))
        {
            PairNode<TOperation, TInput, TFirst, TSecond> node = new(operation, input, first, second);
            node.Track(first, 0, 2);
            node.Track(second, 1, 2);
        }

        return (first, second);
    }

    /// <summary>Runs an operation of one tensor with three results.</summary>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <typeparam name="TInput">The element type of the argument.</typeparam>
    /// <typeparam name="TFirst">The element type of the first result.</typeparam>
    /// <typeparam name="TSecond">The element type of the second result.</typeparam>
    /// <typeparam name="TThird">The element type of the third result.</typeparam>
    /// <param name="operation">The operation with its arguments other than the tensor.</param>
    /// <param name="input">The tensor.</param>
    /// <returns>New tensors.</returns>
    /// <exception cref="ShapeException">The argument is refused.</exception>
    public static (Tensor<TFirst> First, Tensor<TSecond> Second, Tensor<TThird> Third) RunTriple<TOperation, TInput, TFirst, TSecond, TThird>(
        TOperation operation, Tensor<TInput> input)
        where TOperation : struct, ITripleOperation<TInput, TFirst, TSecond, TThird>
        where TInput : unmanaged
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TThird : unmanaged
    {
        DispatchCount++;
        (Shape firstShape, Shape secondShape, Shape thirdShape) = operation.ResultShapes(input.Shape);
        Tensor<TFirst> first = Tensor<TFirst>.Uninitialized(firstShape);
        Tensor<TSecond> second = Tensor<TSecond>.Uninitialized(secondShape);
        Tensor<TThird> third = Tensor<TThird>.Uninitialized(thirdShape);
        operation.Forward(input.View, first.View, second.View, third.View);
        if (IsRecorded(input, TOperation.Contract, 0))
        {
            TripleNode<TOperation, TInput, TFirst, TSecond, TThird> node = new(operation, input, first, second, third);
            node.Track(first, 0, 3);
            node.Track(second, 1, 3);
            node.Track(third, 2, 3);
        }

        return (first, second, third);
    }

    private static bool IsRecorded(Tensor tensor, OperationContract contract, int argument) =>
        tensor.History is not null && !Recording.IsPaused && contract.IsDifferentiable(argument);

    private static bool HasGradients<T>()
        where T : unmanaged => GradientArithmetic<T>.Instance is not null;

    private static Tensor<TResult> AllocateBroadcast<T, TResult>(Tensor<T> left, Tensor<T> right, OperationContract contract)
        where T : unmanaged
        where TResult : unmanaged
    {
        if (left.Shape == right.Shape || right.Rank == 0)
            return Tensor<TResult>.UninitializedLike(left);
        if (left.Rank == 0)
            return Tensor<TResult>.UninitializedLike(right);
        return Tensor<TResult>.Uninitialized(Broadcasting.Combine(left.Shape, right.Shape, contract));
    }
}
