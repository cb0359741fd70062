using System.Runtime.InteropServices;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Reduces truth values as the bytes that they are, zeros and ones.</summary>
internal static class TruthReduction
{
    /// <summary>Reduces.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="dim">The dimensions that go; an empty list stands for all.</param>
    /// <param name="result">The contiguous result.</param>
    public static void Run<TFold>(TensorView<bool> input, ReadOnlySpan<int> dim, TensorView<bool> result)
        where TFold : struct, IFold<byte>
    {
        TensorView<byte> bytes = new(MemoryMarshal.AsBytes(input.Buffer), input.Sizes, input.Strides);
        ReductionDriver.Run<TFold, byte>(bytes, ReducedShape.Mark(dim, stackalloc bool[input.Rank]), MemoryMarshal.AsBytes(result.Elements));
    }
}
