using System.Runtime.CompilerServices;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Compilation;

/// <summary>A matrix product with a fused epilogue against the product followed by the operations.</summary>
public sealed class FusedEpilogueTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 32, 784, 128 }, { 32, 128, 10 }, { 5, 7, 200 }, { 1, 20, 33 }, { 20, 30, 1 }, { 3, 0, 17 }, { 40, 2000, 530 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EqualsTheProductFollowedByTheOperations(int m, int k, int n)
    {
        (Tensor<float> a, Tensor<float> b) = (Random(m, k), Random(k, n));
        Tensor<float>[] operands =
        [
            Random(n), Random(1, n), Random(m, 1), Random(m, n), Tensor.Scalar(0.25f), Random(n, m).T, Random(n, 2)[.., 0], Random(1, 1),
        ];
        for (int first = 0; first < operands.Length; first++)
        {
            (Tensor<float> bias, Tensor<float> factor) = (operands[first], operands[(first + 3) % operands.Length]);
            Tensor<bool> mask = (first % 2 == 0 ? Random(m, n) : Random(n)) > 0.1f;
            Tensor<float> result = Tensor.Zeros<float>(m, n);
            FusedEpilogue<Kernel, float> epilogue = new();
            epilogue.Operand(1, bias.View);
            epilogue.Operand(2, factor.View);
            epilogue.Mask(3, mask.View);
            epilogue.Number(4, 0.5f);
            epilogue.Operand(5, default);
            default(MatMulOperation<float>).Forward(a.View, b.View, result.View, epilogue);

            Tensor<float> expected = Ops.Where(mask, Ops.Relu(a.MatMul(b) + bias) * factor, 0.5f);
            Assert.Equal(expected.ToArray(), result.ToArray());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(129)]
    public void EveryWidthGivesTheSame(int length)
    {
        Tensor<float> x = Random(length), bias = Random(length);
        float[] expected = [.. x.ToArray().Zip(bias.ToArray(), (left, right) => Math.Max(left + right, 0))];
        Assert.Equal(expected, Apply<Lanes512<float>>(x, bias));
        Assert.Equal(expected, Apply<Lanes256<float>>(x, bias));
        Assert.Equal(expected, Apply<Lanes128<float>>(x, bias));
        Assert.Equal(expected, Apply<ScalarLanes<float>>(x, bias));
    }

    [Fact]
    public void NothingIsAllocated()
    {
        (Tensor<float> a, Tensor<float> b, Tensor<float> bias, Tensor<float> result) = (Random(32, 78), Random(78, 10), Random(10), Random(32, 10));
        NoAllocation.Check(() =>
        {
            FusedEpilogue<BiasRelu, float> epilogue = new();
            epilogue.Operand(1, bias.View);
            default(MatMulOperation<float>).Forward(a.View, b.View, result.View, epilogue);
        });
    }

    [Fact]
    public void OnlyMatricesAreTaken() => Assert.Throws<ShapeException>(() =>
        default(MatMulOperation<float>).Forward(Random(3).View, Random(3, 2).View, Random(2).View, new FusedEpilogue<BiasRelu, float>()));

    private static float[] Apply<TLanes>(Tensor<float> x, Tensor<float> bias)
        where TLanes : struct, ILanes<TLanes, float>
    {
        FusedEpilogue<BiasRelu, float> epilogue = new();
        epilogue.Operand(1, bias.View);
        float[] segment = x.ToArray();
        epilogue.ApplyWith<TLanes>(ref segment[0], segment.Length, 0, 0);
        return segment;
    }

    private static Tensor<float> Random(params int[] sizes)
    {
        var random = new Random(MassTests.Seed);
        return Tensor.From([.. Enumerable.Range(0, new Shape(sizes).ElementCount).Select(_ => random.NextSingle() - 0.5f)], sizes);
    }

    private readonly struct BiasRelu : IFusedKernel<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, float> at)
            where TLanes : struct, ILanes<TLanes, float> => at.Write(0, TLanes.Max(at.Read(0) + at.Read(1), TLanes.Zero));
    }

    private readonly struct Kernel : IFusedKernel<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, float> at)
            where TLanes : struct, ILanes<TLanes, float>
        {
            TLanes activation = TLanes.Max(at.Read(0) + at.Read(1), at.Read(5)) * at.Read(2);
            at.Write(0, TLanes.Select(at.ReadMask(3), activation, at.Read(4)));
        }
    }
}
