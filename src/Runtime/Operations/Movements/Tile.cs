using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Repeats the whole tensor along its dimensions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="repeats">
    /// For each dimension how often; aligned at the last one. Numbers before the first dimension add dimensions, dimensions before the first number stay.
    /// </param>
    /// <returns>A new tensor, whose sizes are those of <paramref name="x"/> times the numbers.</returns>
    /// <exception cref="ShapeException">A number is negative.</exception>
    [Operation(typeof(TileOperation<>))]
    [return: Shape("tile(x, repeats)")]
    public static Tensor<T> Tile<T>(Tensor<T> x, params ReadOnlySpan<int> repeats)
        where T : unmanaged => Eager.Run<TileOperation<T>, T, T>(new TileOperation<T>(repeats), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Tile{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Tile))]
        public Tensor<T> Tile(params ReadOnlySpan<int> repeats) => Ops.Tile(x, repeats);
    }
}

/// <summary>Sees each dimension of the result as two, of which the outer one repeats.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="repeats">How often each dimension is repeated.</param>
public readonly struct TileOperation<T>(ReadOnlySpan<int> repeats) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _repeats = repeats.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Tile));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input)
    {
        int[] sizes = new int[Math.Max(input.Rank, _repeats.Length)];
        for (int place = 1; place <= sizes.Length; place++)
        {
            int count = place <= _repeats.Length ? _repeats[^place] : 1;
            if (count < 0)
                throw Contract.Refuse(input, _repeats);
            sizes[^place] = checked(count * (place <= input.Rank ? input[-place] : 1));
        }

        return new Shape(sizes);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        int rank = result.Rank;
        TensorView<T> pairs = Pairs(result, input.Sizes, stackalloc int[2 * rank], stackalloc int[2 * rank]);
        StridedCopy.Run(Repeated(input, pairs.Sizes, stackalloc int[2 * rank]), pairs);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int rank = cotangent.Rank;
        inputCotangent.Elements.Clear();
        TensorView<T> pairs = Pairs(cotangent, inputCotangent.Sizes, stackalloc int[2 * rank], stackalloc int[2 * rank]);
        GradientArithmetic<T>.Instance!.AddInto(pairs, Repeated(inputCotangent, pairs.Sizes, stackalloc int[2 * rank]));
    }

    /// <summary>The tiled tensor with each dimension as two: which repetition, and which position in it.</summary>
    private TensorView<T> Pairs(TensorView<T> tiled, ReadOnlySpan<int> inputSizes, Span<int> sizes, Span<int> strides)
    {
        for (int place = 1; place <= tiled.Rank; place++)
        {
            int own = place <= inputSizes.Length ? inputSizes[^place] : 1;
            int stride = tiled.Strides[^place];
            sizes[^(2 * place)] = place <= _repeats.Length ? _repeats[^place] : 1;
            strides[^(2 * place)] = own * stride;
            sizes[^((2 * place) - 1)] = own;
            strides[^((2 * place) - 1)] = stride;
        }

        return new TensorView<T>(tiled.Buffer, sizes, strides);
    }

    private static TensorView<T> Repeated(TensorView<T> input, ReadOnlySpan<int> sizes, Span<int> strides)
    {
        strides.Clear();
        for (int place = 1; place <= input.Rank; place++)
            strides[^((2 * place) - 1)] = input.Strides[^place];
        return new TensorView<T>(input.Buffer, sizes, strides);
    }
}
