using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Tests.Gemm;

/// <summary>What callers rely on besides the values: the same bits, no allocation, any thread, any nesting.</summary>
public class ProductGuaranteesTests
{
    [Theory]
    [InlineData(40, 70, 30)]
    [InlineData(44, 1030, 390)]
    public void RowsDoNotDependOnWhichOtherRowsAreComputedWithThem(int m, int n, int k)
    {
        (float[] a, float[] b) = (Fill(m * k, 1), Fill(k * n, 2));
        float[] whole = Product(m, n, k, a, b);
        for (int cut = 2; cut < m - 2; cut += 13)
        {
            float[] upper = Product(cut, n, k, a, b);
            float[] lower = Product(m - cut, n, k, a[(cut * k)..], b);
            Assert.Equal(whole, upper.Concat(lower));
        }
    }

    [Fact]
    public void TheSameCallGivesTheSameBitsWhereverTheOperandsLie()
    {
        const int m = 37, n = 45, k = 333;
        float[] a = Fill(m * k, 1), b = Fill(k * n, 2);
        float[] expected = Product(m, n, k, a, b);
        for (int shift = 1; shift < 16; shift += 3)
        {
            float[] shiftedA = [.. new float[shift], .. a], shiftedB = [.. new float[shift], .. b];
            float[] c = new float[(m * n) + shift];
            MatrixProduct.Multiply(m, n, k, in shiftedA[shift], k, 1, in shiftedB[shift], n, 1, ref c[shift], n, 1);
            Assert.Equal(expected, c[shift..]);
        }
    }

    [Fact]
    public void ThreadsDoNotDisturbEachOther()
    {
        const int m = 33, n = 130, k = 260;
        float[] a = Fill(m * k, 1), b = Fill(k * n, 2);
        float[] expected = TransposedRightProduct(m, n, k, a, b);
        Parallel.For(0, 64, _ => Assert.Equal(expected, TransposedRightProduct(m, n, k, a, b)));
    }

    [Theory]
    [InlineData(30, 40, 50)]
    [InlineData(1, 100, 90)]
    [InlineData(90, 1, 100)]
    [InlineData(30, 1030, 300)]
    public void NothingIsAllocatedOnceTheMemoryOfTheThreadHasGrown(int m, int n, int k)
    {
        float[] a = Fill(m * k, 1), b = Fill(k * n, 2), c = new float[m * n];
        for (int i = 0; i < 3; i++)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            MatrixProduct.Multiply(m, n, k, in a[0], k, 1, in b[0], n, 1, ref c[0], n, 1);
            MatrixProduct.Multiply(m, n, k, in a[0], 1, m, in b[0], 1, k, ref c[0], n, 1);
            MatrixProduct.Multiply(m, n, k, in a[0], 1, m, in b[0], 1, k, ref c[0], 1, m, new AddIndex(), accumulate: true);
        }
    }

    [Fact]
    public void AnEpilogueMayComputeAProductItself()
    {
        const int m = 20, n = 40, k = 30;
        float[] a = Fill(m * k, 1), b = Fill(k * n, 2), c = new float[m * n];
        float[] expected = TransposedRightProduct(m, n, k, a, b);
        NestedProduct epilogue = new(Fill(64, 3));
        MatrixProduct.Multiply(m, n, k, in a[0], k, 1, in b[0], 1, k, ref c[0], n, 1, epilogue);
        Assert.Equal(expected, c);
    }

    [Fact]
    public void AnEpilogueMayHoldASpan()
    {
        const int m = 5, n = 7, k = 3;
        float[] a = Fill(m * k, 1), b = Fill(k * n, 2), bias = Fill(n, 3), c = new float[m * n];
        float[] product = Product(m, n, k, a, b);
        MatrixProduct.Multiply(m, n, k, in a[0], k, 1, in b[0], n, 1, ref c[0], n, 1, new SpanBias(bias));
        Assert.Equal(product.Select((x, i) => x + bias[i % n]), c);
    }

    private static float[] Fill(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static float[] Product(int m, int n, int k, float[] a, float[] b)
    {
        float[] c = new float[m * n];
        MatrixProduct.Multiply(m, n, k, in a[0], k, 1, in b[0], n, 1, ref c[0], n, 1);
        return c;
    }

    private static float[] TransposedRightProduct(int m, int n, int k, float[] a, float[] b)
    {
        float[] c = new float[m * n];
        MatrixProduct.Multiply(m, n, k, in a[0], k, 1, in b[0], 1, k, ref c[0], n, 1);
        return c;
    }

    private readonly struct AddIndex : IEpilogue<float>
    {
        public void Apply(ref float segment, int length, int rowIndex, int columnIndex) => segment += rowIndex + columnIndex;
    }

    private readonly struct NestedProduct(float[] other) : IEpilogue<float>
    {
        public void Apply(ref float segment, int length, int rowIndex, int columnIndex) =>
            TransposedRightProduct(8, 8, 8, other, other);
    }

    private readonly ref struct SpanBias(ReadOnlySpan<float> bias) : IEpilogue<float>
    {
        private readonly ReadOnlySpan<float> _bias = bias;

        public void Apply(ref float segment, int length, int rowIndex, int columnIndex)
        {
            for (int j = 0; j < length; j++)
                System.Runtime.CompilerServices.Unsafe.Add(ref segment, j) += _bias[columnIndex + j];
        }
    }
}
