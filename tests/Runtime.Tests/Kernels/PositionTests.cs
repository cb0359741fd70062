using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Tests.Kernels;

/// <summary>The bits of an element depend neither on its place, nor on the length of the tensor, nor on strides.</summary>
public sealed class PositionTests
{
    [Fact]
    public void Float512() => Check<Lanes512<float>, float>();

    [Fact]
    public void Float256() => Check<Lanes256<float>, float>();

    [Fact]
    public void Float128() => Check<Lanes128<float>, float>();

    [Fact]
    public void FloatScalar() => Check<ScalarLanes<float>, float>();

    [Fact]
    public void Double512() => Check<Lanes512<double>, double>();

    [Fact]
    public void Double256() => Check<Lanes256<double>, double>();

    [Fact]
    public void Double128() => Check<Lanes128<double>, double>();

    private static void Check<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = [.. Enumerable.Range(0, 77).Select(i => T.CreateChecked((i * 0.37) - 11))];
        T[] all = Run<TLanes, T>(Tensor.From(values));
        for (int length = 1; length <= values.Length; length++)
        {
            Tensor<T> suffix = Tensor.From(values).Window(new Shape(length), [1], values.Length - length);
            Assert.Equal(all[^length..], Run<TLanes, T>(suffix));
        }

        Tensor<T> everyThird = Tensor.From(values).Window(new Shape(26), [3], 0);
        Assert.Equal(all.Where((_, i) => i % 3 == 0), Run<TLanes, T>(everyThird));
        Tensor<T> transposed = Tensor.From(values).Window(new Shape(7, 11), [1, 7], 0);
        T[] expected = [.. from row in Enumerable.Range(0, 7) from column in Enumerable.Range(0, 11) select all[row + (7 * column)]];
        Assert.Equal(expected, Run<TLanes, T>(transposed));
    }

    private static T[] Run<TLanes, T>(Tensor<T> x)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Tensor<T>.Uninitialized(x.Shape);
        ElementwiseDriver.RunWith<Mixture<T>, TLanes, T, T, T>(x.View, x.View, default, default, result.View);
        return result.ToArray();
    }

    private readonly struct Mixture<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Tanh(first) + (TLanes.Exp(-second) * TLanes.Sigmoid(first)) + TLanes.Log(first * first) + TLanes.Power(first, TLanes.One + TLanes.One);
    }
}
