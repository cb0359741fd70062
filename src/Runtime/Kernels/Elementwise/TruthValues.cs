using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>Functions of truth values, computed on their bytes, which are 0 or 1.</summary>
internal static class TruthValues
{
    /// <summary>Computes every element of the result.</summary>
    /// <typeparam name="TKernel">The function of bytes.</typeparam>
    /// <param name="left">The first operand, broadcast to the result.</param>
    /// <param name="right">The second operand; absent for a function of one.</param>
    /// <param name="result">The destination.</param>
    public static void Run<TKernel>(TensorView<bool> left, TensorView<bool> right, TensorView<bool> result)
        where TKernel : struct, IElementwiseKernel<byte> =>
        ElementwiseDriver.Run<TKernel, byte, byte, byte>(BytesOf(ref left), BytesOf(ref right), default, default, BytesOf(ref result));

    private static TensorView<byte> BytesOf(ref TensorView<bool> view) => Unsafe.As<TensorView<bool>, TensorView<byte>>(ref view);
}
