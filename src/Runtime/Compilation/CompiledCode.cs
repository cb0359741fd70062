using System.ComponentModel;
using System.Numerics;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>What generated code calls besides operations and kernels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CompiledCode
{
    /// <summary>
    /// Whether generated members run their bodies operation by operation, recorded on the tape, instead of the code that was generated
    /// for them; to compare the two. The initial value is the AppContext switch <c>TypedTensors.RunCompiledOnTape</c>.
    /// </summary>
    public static bool RunsOnTape { get; set; } = AppContext.TryGetSwitch("TypedTensors.RunCompiledOnTape", out bool isOn) && isOn;

    /// <summary>A new contiguous tensor whose elements are not defined.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">Its shape.</param>
    public static Tensor<T> Fresh<T>(Shape shape)
        where T : unmanaged => Tensor<T>.Uninitialized(shape);

    /// <summary>Writes every element of the destination.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The source, broadcast to the destination's shape. It must not overlap the destination.</param>
    /// <param name="destination">The destination.</param>
    public static void Copy<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged => StridedCopy.Run(source, destination);

    /// <summary>Writes one value to every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="destination">The destination.</param>
    /// <param name="value">The value.</param>
    public static void Fill<T>(TensorView<T> destination, T value)
        where T : unmanaged
    {
        if (destination.IsContiguous)
            destination.Elements.Fill(value);
        else
            StridedCopy.Run(new TensorView<T>(new Span<T>(ref value), [], []), destination);
    }

    /// <summary>destination += source.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The source.</param>
    /// <param name="destination">The destination, of the same shape. What falls on the same element of it is summed.</param>
    public static void Add<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged, INumber<T> => StridedAdd.Run(source, destination);

    /// <summary>Sums a source down to the shape of a destination that was broadcast to the source's.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The source.</param>
    /// <param name="destination">The contiguous destination, which is overwritten.</param>
    public static void SumTo<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged, INumber<T> => StridedAdd.SumToShape(source, destination);

    /// <summary>The shape of the result of an element-wise function.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The shape of the first argument.</param>
    /// <param name="right">The shape of the second argument.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Shape BroadcastOf<TFunction, T>(Shape left, Shape right)
        where TFunction : IBinaryFunction<T>
        where T : unmanaged, INumber<T> => Broadcasting.Combine(left, right, TFunction.Contract);

    /// <summary>The shape of the result of an element-wise comparison.</summary>
    /// <typeparam name="TPredicate">The comparison.</typeparam>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The shape of the first argument.</param>
    /// <param name="right">The shape of the second argument.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Shape BroadcastOfPredicate<TPredicate, T>(Shape left, Shape right)
        where TPredicate : IPredicate<T>
        where T : unmanaged, INumber<T> => Broadcasting.Combine(left, right, TPredicate.Contract);

    /// <summary>The shape of the result of an element-wise function.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="first">The shape of the first argument.</param>
    /// <param name="second">The shape of the second argument.</param>
    /// <param name="third">The shape of the third argument.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    public static Shape BroadcastOf<TFunction, T>(Shape first, Shape second, Shape third)
        where TFunction : ITernaryFunction<T>
        where T : unmanaged, INumber<T> => Broadcasting.Combine(first, second, third, TFunction.Contract);

    /// <summary>Refuses a tensor that a member is to write its result to, unless it has the shape of the result.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="member">The member's name.</param>
    /// <param name="argument">The name of its parameter.</param>
    /// <param name="destination">The tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void CheckDestination<T>(string member, string argument, Tensor<T> destination, Shape shape)
        where T : unmanaged
    {
        if (destination.Shape != shape)
            throw new ShapeException($"{member}: {argument} {destination.Shape} cannot receive the result, which has the shape {shape}");
    }

    /// <summary>Refuses a cotangent unless it has the shape of the result that it belongs to.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="argument">The name of its parameter.</param>
    /// <param name="cotangent">The shape of the cotangent.</param>
    /// <param name="result">The shape of the result.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void CheckCotangent(string member, string argument, Shape cotangent, Shape result)
    {
        if (cotangent != result)
            throw new ShapeException($"{member}: {argument} {cotangent} is not the cotangent of the result, which has the shape {result}");
    }

    /// <summary>What kernels see of a tensor that generated code itself has made.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    public static TensorView<T> ViewOf<T>(Tensor<T> tensor)
        where T : unmanaged => tensor.View;

    /// <summary>Whether kernels can write to a tensor. Where they cannot, the result is computed elsewhere and copied.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="destination">The tensor.</param>
    public static bool CanReceive<T>(Tensor<T> destination)
        where T : unmanaged => destination.IsContiguous;

    /// <summary>Whether a write to one tensor may show in the other: whether they share a storage.</summary>
    /// <param name="destination">A tensor.</param>
    /// <param name="other">Another tensor, of any element type.</param>
    public static bool Overlaps(Tensor destination, Tensor other) => ReferenceEquals(destination.StorageObject, other.StorageObject);
}
