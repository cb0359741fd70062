using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Compilation;

/// <summary>Fused kernels of many operands and results against a reference that computes every element from its indices.</summary>
public sealed class FusedLoopTests
{
    private readonly Random _random = new(MassTests.Seed);

    public static TheoryData<int[]> Shapes => [[], [1], [0], [3, 0, 2], [7], [64], [1000], [5, 10], [3, 40], [2, 3, 4, 5], [1, 1, 17], [300, 3]];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float512(int[] sizes) => Check<Lanes512<float>, float>(sizes);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float256(int[] sizes) => Check<Lanes256<float>, float>(sizes);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Double128(int[] sizes) => Check<Lanes128<double>, double>(sizes);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shorts256(int[] sizes) => Check<Lanes256<short>, short>(sizes);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Scalars(int[] sizes) => Check<ScalarLanes<decimal>, decimal>(sizes);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TheMachinesOwnWidth(int[] sizes)
    {
        Tensor<float> x = Contiguous<float>(sizes, Number), result = Tensor.Zeros<float>(sizes);
        FusedLoop<float> loop = new(result.Shape.Sizes);
        loop.Operand(0, x.View);
        loop.Number(1, 3);
        loop.Operand(2, default);
        loop.Result(0, result.View);
        loop.Run<MultiplyAddKernel<float>>();
        Assert.Equal(x.ToArray().Select(value => value * 3), result.ToArray());
    }

    [Fact]
    public void AResultMayReplaceAnOperand()
    {
        foreach (int length in (int[])[1, 15, 16, 17, 500])
        {
            Tensor<float> x = Contiguous<float>([length], Number);
            float[] expected = [.. x.ToArray().Select(value => value * value + 1)];
            FusedLoop<float> loop = new(x.Shape.Sizes);
            loop.Operand(0, x.View);
            loop.Operand(1, x.View);
            loop.Number(2, 1);
            loop.Result(0, x.View);
            loop.Run<MultiplyAddKernel<float>>();
            Assert.Equal(expected, x.ToArray());
        }
    }

    [Fact]
    public void TheBitsOfAnElementDoNotDependOnItsPlace()
    {
        Tensor<float> x = Tensor.From([.. Enumerable.Range(0, 100).Select(i => (i * 0.37f) - 11)]);
        float[] all = Smooth(x);
        for (int length = 1; length <= 100; length += 7)
            Assert.Equal(all[^length..], Smooth(x.Window(new Shape(length), [1], 100 - length)));
        Assert.Equal(all.Where((_, i) => i % 3 == 0), Smooth(x.Window(new Shape(34), [3], 0)));
    }

    [Fact]
    public void NothingIsAllocated()
    {
        Tensor<float> x = Contiguous<float>([30, 40], Number), row = Contiguous<float>([40], Number);
        Tensor<float> transposed = Contiguous<float>([40, 30], Number).T, result = Tensor.Zeros<float>(30, 40);
        NoAllocation.Check(() =>
        {
            FusedLoop<float> loop = new(result.Shape.Sizes);
            loop.Operand(0, x.View);
            loop.Operand(1, row.View);
            loop.Operand(2, transposed.View);
            loop.Result(0, result.View);
            loop.Run<MultiplyAddKernel<float>>();
        });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(FusedLoop.MaxOperands)]
    public void AnOperandThatDoesNotExistIsRefused(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FusedLoop<float>([]).Number(index, 1));

    private void Check<TLanes, T>(int[] sizes)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < 20; i++)
        {
            Tensor<T>[] x = [.. Enumerable.Range(0, 6).Select(_ => Narrow(sizes, value => T.CreateTruncating(value)))];
            Tensor<bool>[] masks = [Narrow(sizes, value => value % 2 == 0), Narrow(sizes, value => value % 3 == 0)];
            Tensor<T> first = Strided<T>(sizes, _ => T.Zero), second = Contiguous<T>(sizes, _ => T.Zero);
            Tensor<bool> less = Strided<bool>(sizes, _ => false), both = Contiguous<bool>(sizes, _ => false);
            FusedLoop<T> loop = new(sizes);
            for (int operand = 0; operand < 6; operand++)
                loop.Operand(operand, x[operand].View);
            loop.Mask(6, masks[0].View);
            loop.Mask(7, masks[1].View);
            loop.Result(0, first.View);
            loop.MaskResult(1, less.View);
            loop.Result(2, second.View);
            loop.MaskResult(3, both.View);
            loop.RunWith<EverythingKernel<T>, TLanes>();

            Assert.Equal(Elements(sizes, at => At(masks[0], at) ? At(x[0], at) + At(x[1], at) : At(x[2], at)), first.ToArray());
            Assert.Equal(Elements(sizes, at => At(x[3], at) < At(x[4], at)), less.ToArray());
            Assert.Equal(Elements(sizes, at => At(masks[1], at) ? At(x[5], at) : At(x[0], at)), second.ToArray());
            Assert.Equal(Elements(sizes, at => At(masks[0], at) && !At(masks[1], at)), both.ToArray());
        }
    }

    private static float[] Smooth(Tensor<float> x)
    {
        Tensor<float> result = Tensor.Zeros<float>(x.Shape.Sizes);
        FusedLoop<float> loop = new(result.Shape.Sizes);
        loop.Operand(0, x.View);
        loop.Result(0, result.View);
        loop.Run<SmoothKernel>();
        return result.ToArray();
    }

    private static T[] Elements<T>(int[] sizes, Func<int[], T> element)
    {
        var elements = new T[new Shape(sizes).ElementCount];
        for (int i = 0; i < elements.Length; i++)
        {
            int[] position = new int[sizes.Length];
            int rest = i;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
                (rest, position[axis]) = Math.DivRem(rest, sizes[axis]);
            elements[i] = element(position);
        }

        return elements;
    }

    private static T At<T>(Tensor<T> tensor, int[] position)
        where T : unmanaged
    {
        int missing = position.Length - tensor.Rank;
        return tensor.At([.. Enumerable.Range(0, tensor.Rank).Select(axis => tensor.Shape[axis] == 1 ? 0 : position[axis + missing])]);
    }

    private static float Number(int value) => value;

    private Tensor<T> Contiguous<T>(int[] sizes, Func<int, T> value)
        where T : unmanaged => Tensor.From(Values(new Shape(sizes).ElementCount, value), sizes);

    private T[] Values<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(_ => value(_random.Next(50)))];

    /// <summary>Reversed nesting, or gaps between the elements.</summary>
    private Tensor<T> Strided<T>(int[] sizes, Func<int, T> value)
        where T : unmanaged
    {
        int[] strides = new int[sizes.Length];
        int stride = _random.Next(1, 3);
        bool isReversed = _random.Next(2) == 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            int axis = isReversed ? i : sizes.Length - 1 - i;
            strides[axis] = stride;
            stride *= Math.Max(1, sizes[axis]);
        }

        return new Tensor<T>(new Storage<T>(Values(stride + 1, value)), new Shape(sizes), strides, 0);
    }

    /// <summary>An operand of any strides that is broadcast to the sizes.</summary>
    private Tensor<T> Narrow<T>(int[] sizes, Func<int, T> value)
        where T : unmanaged
    {
        int dropped = _random.Next(3) == 0 ? _random.Next(sizes.Length + 1) : 0;
        int[] kept = [.. sizes[dropped..].Select(size => _random.Next(4) == 0 ? 1 : size)];
        return _random.Next(2) == 0 ? Contiguous(kept, value) : Strided(kept, value);
    }

    private readonly struct MultiplyAddKernel<T> : IFusedKernel<T>
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T> => at.Write(0, (at.Read(0) * at.Read(1)) + at.Read(2));
    }

    private readonly struct SmoothKernel : IFusedKernel<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, float> at)
            where TLanes : struct, ILanes<TLanes, float> => at.Write(0, TLanes.Tanh(at.Read(0)) * TLanes.Sigmoid(at.Read(0)));
    }

    private readonly struct EverythingKernel<T> : IFusedKernel<T>
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes condition = at.ReadMask(6), other = at.ReadMask(7);
            at.Write(0, TLanes.Select(condition, at.Read(0) + at.Read(1), at.Read(2)));
            at.WriteMask(1, TLanes.Less(at.Read(3), at.Read(4)));
            at.Write(2, TLanes.Select(other, at.Read(5), at.Read(0)));
            at.WriteMask(3, TLanes.Less(TLanes.Select(other, TLanes.One, TLanes.Zero), TLanes.Select(condition, TLanes.One, TLanes.Zero)));
        }
    }
}
