using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Tests.Gemm;

/// <summary>A product, computed by a kernel and compared with the definition.</summary>
internal readonly record struct ProductCase(
    int M, int N, int K, Layout A = Layout.Rows, Layout B = Layout.Rows, Layout C = Layout.Rows, bool Accumulate = false, bool WithEpilogue = false)
{
    /// <summary>Computes the case and asserts every element, and that nothing but the destination's elements was written.</summary>
    public unsafe void Check<T>(InstructionSet? instructions, int seed)
        where T : unmanaged, INumber<T>
    {
        Random random = new(seed);
        Operand<T> a = new(random, M, K, A), b = new(random, K, N, B), c = new(random, M, N, C);
        T[] bias = new Operand<T>(random, 1, N, Layout.Rows).Span.ToArray();
        int[] rows = RowsToCheck(random);
        T[,] expected = Expected(rows, a, b, c, bias);
        T[] before = [.. c.Memory];

        BiasAndRelu<T> epilogue = new(bias, new int[M * N], N);
        if (instructions is { } set)
        {
            fixed (T* aMemory = a.Memory, bMemory = b.Memory, cMemory = c.Memory)
            {
                Problem<T> problem = new(M, N, K, a.View(aMemory), b.View(bMemory), c.View(cMemory), Accumulate);
                NoEpilogue<T> none = default;
                if (WithEpilogue)
                    MatrixProduct.Run(set, problem, ref epilogue);
                else
                    MatrixProduct.Run(set, problem, ref none);
            }
        }
        else if (WithEpilogue)
        {
            MatrixProduct.Multiply(
                M, N, K, in a.Origin, a.RowStride, a.ColumnStride, in b.Origin, b.RowStride, b.ColumnStride,
                ref c.Origin, c.RowStride, c.ColumnStride, epilogue, Accumulate);
        }
        else
        {
            MatrixProduct.Multiply(
                M, N, K, in a.Origin, a.RowStride, a.ColumnStride, in b.Origin, b.RowStride, b.ColumnStride,
                ref c.Origin, c.RowStride, c.ColumnStride, Accumulate);
        }

        for (int r = 0; r < rows.Length; r++)
        {
            for (int j = 0; j < N; j++)
            {
                Assert.True(
                    IsClose(expected[r, j], c[rows[r], j]),
                    $"{this} {typeof(T).Name} {instructions} seed {seed}: C[{rows[r]}, {j}] is {c[rows[r], j]}, expected {expected[r, j]}");
            }
        }

        for (int i = 0; i < M; i++)
        {
            for (int j = 0; j < N; j++)
                before[c.Offset + (i * c.RowStride) + (j * c.ColumnStride)] = c[i, j];
        }

        Assert.True(before.AsSpan().SequenceEqual(c.Memory), $"{this} {typeof(T).Name} {instructions}: wrote outside of C");
        if (WithEpilogue)
            Assert.All(epilogue.Visits, visits => Assert.Equal(1, visits));
    }

    /// <summary>All rows, or some of those of a large product: the first, the last and a random choice.</summary>
    private int[] RowsToCheck(Random random)
    {
        const double affordable = 300_000;
        int count = (int)Math.Min(M, Math.Max(6, affordable / Math.Max(1.0, (double)N * K)));
        if (count == M)
            return [.. Enumerable.Range(0, M)];
        int m = M;
        return [0, m - 1, .. Enumerable.Range(0, count - 2).Select(_ => random.Next(m))];
    }

    /// <summary>The definition: floating-point types in double, integers in their own wrapping arithmetic.</summary>
    private T[,] Expected<T>(int[] rows, Operand<T> a, Operand<T> b, Operand<T> c, T[] bias)
        where T : unmanaged, INumber<T>
    {
        bool isInteger = T.CreateTruncating(0.5) == T.Zero;
        T[,] expected = new T[rows.Length, N];
        T[] column = new T[K];
        double[] wideColumn = new double[K];
        for (int j = 0; j < N; j++)
        {
            for (int p = 0; p < K; p++)
                wideColumn[p] = double.CreateTruncating(column[p] = b[p, j]);
            for (int r = 0; r < rows.Length; r++)
            {
                int i = rows[r];
                T value = Accumulate ? c[i, j] : T.Zero;
                if (isInteger)
                {
                    for (int p = 0; p < K; p++)
                        value += a[i, p] * column[p];
                }
                else
                {
                    double sum = double.CreateTruncating(value);
                    for (int p = 0; p < K; p++)
                        sum += double.CreateTruncating(a[i, p]) * wideColumn[p];
                    value = T.CreateTruncating(sum);
                }

                expected[r, j] = WithEpilogue ? T.Max(T.Zero, value + bias[j]) : value;
            }
        }

        return expected;
    }

    private bool IsClose<T>(T expected, T actual)
        where T : unmanaged, INumber<T>
    {
        double epsilon = default(T) switch
        {
            float => 1.2e-7,
            double => 2.3e-16,
            Half => 9.8e-4,
            _ => 0,
        };
        if (epsilon == 0)
            return expected == actual;

        // The usual bound on an inner product of elements up to 1: k roundings of partial sums up to k, far from tight.
        double bound = epsilon * (K + 4) * Math.Max(1, Math.Sqrt(K));
        return Math.Abs(double.CreateTruncating(expected) - double.CreateTruncating(actual)) <= bound;
    }

    /// <summary>max(0, x + bias[column]), counting how often it sees each element.</summary>
    private readonly struct BiasAndRelu<T>(T[] bias, int[] visits, int columns) : IEpilogue<T>
        where T : unmanaged, INumber<T>
    {
        public int[] Visits => visits;

        public void Apply(ref T segment, int length, int rowIndex, int columnIndex)
        {
            Span<T> row = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref segment, length);
            for (int j = 0; j < length; j++)
            {
                row[j] = T.Max(T.Zero, row[j] + bias[columnIndex + j]);
                visits[(rowIndex * columns) + columnIndex + j]++;
            }
        }
    }
}
