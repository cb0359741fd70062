using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Tests.Kernels;

/// <summary>The strided drivers against a reference that computes every element from its indices, over random shapes, strides and widths.</summary>
public sealed class BroadcastPropertyTests
{
    private readonly Random _random = new(MassTests.Seed);

    [Fact]
    public void Float512() => Check<Lanes512<float>, float>();

    [Fact]
    public void Double256() => Check<Lanes256<double>, double>();

    [Fact]
    public void Integer128() => Check<Lanes128<int>, int>();

    [Fact]
    public void Bytes512() => Check<Lanes512<byte>, byte>();

    [Fact]
    public void Scalars() => Check<ScalarLanes<Half>, Half>();

    private void Check<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            int[] shape = RandomShape();
            Tensor<bool> condition = Narrow(RandomTensor(shape, value => value % 2 == 0));
            Tensor<T> left = Narrow(RandomTensor(shape, value => T.CreateTruncating(value)));
            Tensor<T> right = Narrow(RandomTensor(shape, value => T.CreateTruncating(value)));
            Tensor<T> result = RandomTensor(shape, _ => T.Zero);

            ElementwiseDriver.RunWith<Select<T>, TLanes, bool, T, T>(condition.View, left.View, right.View, default, result.View);
            AssertElements(result, position => At(condition, position) ? At(left, position) + At(right, position) : At(right, position));

            ElementwiseDriver.RunWith<Sum<T>, TLanes, T, T, T>(left.View, right.View, default, left.View, result.View);
            AssertElements(result, position => At(left, position) + At(right, position) + At(left, position));

            Tensor<bool> truths = RandomTensor(shape, _ => false);
            ElementwiseDriver.RunWith<IsLess<T>, TLanes, T, T, bool>(left.View, right.View, default, default, truths.View);
            AssertElements(truths, position => At(left, position) < At(right, position));
        }
    }

    private static void AssertElements<T>(Tensor<T> actual, Func<int[], T> expected)
        where T : unmanaged
    {
        T[] values = actual.ToArray();
        for (int element = 0; element < values.Length; element++)
        {
            int[] position = new int[actual.Rank];
            int rest = element;
            for (int axis = actual.Rank - 1; axis >= 0; axis--)
                (rest, position[axis]) = Math.DivRem(rest, actual.Shape[axis]);
            Assert.Equal(expected(position), values[element]);
        }
    }

    private static T At<T>(Tensor<T> tensor, int[] position)
        where T : unmanaged
    {
        int missing = position.Length - tensor.Rank;
        return tensor.At([.. Enumerable.Range(0, tensor.Rank).Select(axis => tensor.Shape[axis] == 1 ? 0 : position[axis + missing])]);
    }

    private int[] RandomShape()
    {
        int[] shape = new int[_random.Next(5)];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = _random.Next(12) == 0 ? _random.Next(2) : axis == shape.Length - 1 && _random.Next(3) == 0 ? _random.Next(30, 300) : _random.Next(1, 7);
        return shape;
    }

    /// <summary>A tensor of a shape with permuted dimensions and gaps between its elements.</summary>
    private Tensor<T> RandomTensor<T>(int[] shape, Func<int, T> value)
        where T : unmanaged
    {
        int[] order = [.. Enumerable.Range(0, shape.Length).OrderByDescending(axis => _random.Next(3) == 0 ? _random.Next(shape.Length) : -axis).Reverse()];
        int[] strides = new int[shape.Length];
        int stride = _random.Next(4) == 0 ? 2 : 1;
        foreach (int axis in order.Reverse())
        {
            strides[axis] = stride;
            stride *= Math.Max(1, shape[axis]);
        }

        var elements = new T[stride + 1];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = value(_random.Next(100));
        return new Tensor<T>(new Storage<T>(elements), new Shape(shape), strides, 0);
    }

    /// <summary>Some dimensions cut to size 1, some outer ones dropped.</summary>
    private Tensor<T> Narrow<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        int dropped = _random.Next(3) == 0 ? _random.Next(tensor.Rank + 1) : 0;
        int[] sizes = tensor.Shape.Sizes[dropped..].ToArray();
        for (int axis = 0; axis < sizes.Length; axis++)
            sizes[axis] = _random.Next(3) == 0 ? 1 : sizes[axis];
        return tensor.Window(new Shape(sizes), tensor.StrideArray[dropped..], 0);
    }

    private readonly struct Select<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(first, second + third, third);
    }

    private readonly struct Sum<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 4;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => first + second + third + fourth;
    }

    private readonly struct IsLess<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Less(first, second);
    }
}
