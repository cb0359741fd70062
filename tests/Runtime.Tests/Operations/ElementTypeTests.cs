using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Operations;

/// <summary>Operations of numbers give, for every element type, what C#'s own arithmetic of that type gives.</summary>
public sealed class ElementTypeTests
{
    [Fact]
    public void Doubles() => Check<double>(-7, 5, 3, 2, -2, 6);

    [Fact]
    public void Floats() => Check<float>(-7, 5, 3, 2, -2, 6);

    [Fact]
    public void Halves() => Check<Half>((Half)(-7f), (Half)5f, (Half)3f, (Half)2f, (Half)(-2f), (Half)6f);

    [Fact]
    public void Longs() => Check<long>(-7, 5, 3, 2, long.MaxValue, 6);

    [Fact]
    public void Ints() => Check<int>(-7, 5, 3, 2, int.MaxValue, 6);

    [Fact]
    public void Shorts() => Check<short>(-7, 5, 3, 2, short.MaxValue, 6);

    [Fact]
    public void SignedBytes() => Check<sbyte>(-7, 5, 3, 2, sbyte.MaxValue, 6);

    [Fact]
    public void Bytes() => Check<byte>(7, 5, 3, 2, 250, 6);

    [Fact]
    public void ASumOfSmallIntegersIsALong()
    {
        Assert.Equal(600, Sum(Tensor.From<byte>([250, 250, 100])).Item());
        Assert.Equal(-300, Sum(Tensor.From<sbyte>([-100, -100, -100])).Item());
        Assert.Equal(60_000, Sum(Tensor.From<short>([30_000, 30_000])).Item());
        Assert.Equal(4_000_000_000L, Sum(Tensor.From([2_000_000_000, 2_000_000_000])).Item());
        Assert.Equal([2L, 0L], Tensor.From(new[,] { { true, true, false }, { false, false, false } }).Sum(1).ToArray());
        Assert.Equal([[2L], [0L]], Rows(Tensor.From(new[,] { { true, true, false }, { false, false, false } }).Sum(1, keepDims: true)));
        Assert.Equal(0, Sum(Tensor.Zeros<byte>(0, 3)).Item());
        Assert.Equal([3L, 5L], Tensor.From(new byte[,] { { 1, 2 }, { 2, 3 } }).T.Sum(1).ToArray().Order());
    }

    [Fact]
    public void FunctionsAndGradientsOfHalves()
    {
        Tensor<Half> x = Tensor.From([0.5f, -1.25f, 2f]).To<Half>().RequireGrad();
        Tensor<Half> y = (Tanh(x) * Exp(x)) + Softmax(x, 0);
        y.Backward(Tensor.OnesLike(y));
        Tensor<double> exact = x.Detach().To<double>().RequireGrad();
        Tensor<double> expected = (Tanh(exact) * Exp(exact)) + Softmax(exact, 0);
        expected.Backward(Tensor.OnesLike(expected));
        Close(expected, y);
        Close(exact.Grad!, x.Grad!);
        Close(exact.MatMul(expected), x.MatMul(y));

        static void Close(Tensor<double> expected, Tensor<Half> actual)
        {
            foreach ((double want, double value) in expected.ToArray().Zip(actual.To<double>().ToArray()))
                Assert.Equal(want, value, 4e-3 * (1 + Math.Abs(want)));
        }
    }

    private static long[][] Rows(Tensor<long> matrix) => [.. matrix.ToArray().Chunk(matrix.Shape[1])];

    private static void Check<T>(params T[] values)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Tensor<T> a = Tensor.From(values, 2, 3), b = Tensor.From([values[1], values[3], values[2]]);
        Elements((x, y) => Add(x, y), (x, y) => unchecked(x + y));
        Elements((x, y) => Subtract(x, y), (x, y) => unchecked(x - y));
        Elements((x, y) => Multiply(x, y), (x, y) => unchecked(x * y));
        Elements((x, y) => Divide(x, y), (x, y) => x / y);
        Elements((x, y) => Maximum(x, y), T.Max);
        Elements((x, y) => Minimum(x, y), T.Min);
        Elements((x, _) => Abs(x), (x, _) => T.Abs(x));
        Elements((x, _) => Floor(x), (x, _) => x);
        Elements((x, y) => Clamp(x, values[3], values[1]), (x, y) => T.Clamp(x, values[3], values[1]));
        Elements((x, y) => Where(x > y, x, y), (x, y) => x > y ? x : y);
        Elements((x, y) => Where(Eq(x, y), T.One, T.Zero), (x, y) => x == y ? T.One : T.Zero);

        T[] flat = a.ToArray();
        Assert.Equal(flat.Max(), Max(a).Item());
        Assert.Equal(flat.Min(), Min(a).Item());
        Assert.Equal(Array.IndexOf(flat, flat.Max()), ArgMax(a).Item());
        Assert.Equal(flat.Order(), Sort(Reshape(a, 6)).Values.ToArray());
        Assert.Equal(flat.Distinct().Order(), Unique(a).ToArray());
        Assert.Equal(Fold(flat[..3], (sum, x) => unchecked(sum + x), T.Zero), CumSum(a, 1).ToArray()[2]);
        Assert.Equal(Fold(flat[..3], (product, x) => unchecked(product * x), T.One), T.CreateTruncating(Prod(a, 1)[0].Item()));
        Assert.Equal(Fold([flat[0] * b[0].Item(), flat[1] * b[1].Item(), flat[2] * b[2].Item()], (sum, x) => unchecked(sum + x), T.Zero), a.MatMul(b)[0].Item());
        Assert.Equal(a.MatMul(b).ToArray(), Einsum("ij,j->i", a, b).ToArray());
        Assert.Equal([values[1], values[1], values[2]], Gather(b, 0, Tensor.From([0, 0, 2])).ToArray());
        Assert.Equal([values[0], T.Zero, T.Zero, values[3], values[4], T.Zero], Tril(a).ToArray());
        Assert.Equal([.. flat, .. flat], Cat([a, a]).ToArray());
        Assert.Equal([T.Zero, .. b.ToArray()], Pad(b, [1, 0]).ToArray());

        void Elements(Func<Tensor<T>, Tensor<T>, Tensor<T>> operation, Func<T, T, T> scalar)
        {
            T[] expected = [.. values.Select((x, i) => scalar(x, b[i % 3].Item()))];
            Assert.Equal(expected, operation(a, b).ToArray());
            Assert.Equal(expected, operation(a.T, b.Unsqueeze(1)).T.ToArray());
        }

        static T Fold(T[] terms, Func<T, T, T> combine, T start) => terms.Aggregate(start, combine);
    }
}
