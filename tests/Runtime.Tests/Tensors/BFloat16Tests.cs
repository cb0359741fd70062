using System.Globalization;

namespace TypedTensors.Tests.Tensors;

/// <summary>The storage type of 16 bits, and tensors of it.</summary>
public sealed class BFloat16Tests
{
    public static TheoryData<float, int> Rounding => new()
    {
        { 0f, 0x0000 },
        { -0f, 0x8000 },
        { 1f, 0x3F80 },
        { -2.5f, 0xC020 },
        { 3.14159274f, 0x4049 },
        { 1.00390625f, 0x3F80 }, // in the middle: the even one below
        { 1.01171875f, 0x3F82 }, // in the middle: the even one above
        { 1.00390637f, 0x3F81 }, // a little more than the middle
        { 3.38953139e38f, 0x7F7F },
        { 3.39617752e38f, 0x7F80 }, // from the middle to the next one on it is infinity
        { float.MaxValue, 0x7F80 },
        { 1e-45f, 0x0000 },
        { 9.18354962e-41f, 0x0001 },
        { 4.6e-41f, 0x0001 },
        { float.PositiveInfinity, 0x7F80 },
        { float.NegativeInfinity, 0xFF80 },
    };

    [Theory]
    [MemberData(nameof(Rounding))]
    public void AFloatBecomesTheNearestNumber(float value, int bits)
    {
        Assert.Equal(bits, ((BFloat16)value).ToBits());
        Assert.Equal(bits, ((BFloat16)(double)value).ToBits());
    }

    [Fact]
    public void EveryNumberComesBackFromFloatAndDouble()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            BFloat16 value = BFloat16.FromBits((ushort)bits);
            if (BFloat16.IsNaN(value))
            {
                Assert.True(float.IsNaN((BFloat16)(float)value));
                Assert.True(double.IsNaN((BFloat16)(double)value));
                continue;
            }

            Assert.Equal(bits, ((BFloat16)(float)value).ToBits());
            Assert.Equal(bits, ((BFloat16)(double)value).ToBits());
        }
    }

    [Fact]
    public void NoOtherNumberIsNearer()
    {
        var random = new Random(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(1_000_000); i++)
        {
            double value = Math.ScaleB(random.NextDouble() - 0.5, random.Next(-140, 130));
            BFloat16 rounded = (BFloat16)value;
            if (!float.IsFinite(rounded))
                continue;
            double error = Math.Abs(rounded - value);
            foreach (int step in (ReadOnlySpan<int>)[-1, 1])
            {
                BFloat16 neighbour = BFloat16.FromBits((ushort)(rounded.ToBits() + step));
                double other = Math.Abs((double)neighbour - value);
                bool isBeyondZero = float.IsNegative(neighbour) != float.IsNegative(rounded) || !float.IsFinite(neighbour);
                Assert.True(isBeyondZero || error < other || (error == other && (rounded.ToBits() & 1) == 0), $"{value:R} became {(float)rounded:R}.");
            }
        }
    }

    // 1 + 2^-8 is in the middle between two numbers; what is beyond the digits of a float has to tell.
    [Fact]
    public void ADoubleIsRoundedOnce()
    {
        double middle = 1 + Math.ScaleB(1, -8), bit = Math.ScaleB(1, -50);
        Assert.Equal(0x3F80, ((BFloat16)(middle - bit)).ToBits());
        Assert.Equal(0x3F80, ((BFloat16)middle).ToBits());
        Assert.Equal(0x3F81, ((BFloat16)(middle + bit)).ToBits());
        Assert.Equal(0xBF81, ((BFloat16)(-middle - bit)).ToBits());
    }

    [Fact]
    public void NaNStaysNaN()
    {
        Assert.True(BFloat16.IsNaN((BFloat16)float.NaN));
        Assert.True(BFloat16.IsNaN((BFloat16)BitConverter.UInt32BitsToSingle(0x7F800001))); // its payload lies in the bits that are dropped
        Assert.True(BFloat16.NaN.Equals(BFloat16.NaN));
        Assert.False(BFloat16.NaN == BFloat16.FromBits(BFloat16.NaN.ToBits()));
    }

    [Fact]
    public void NumbersAreOrderedByValue()
    {
        BFloat16[] ordered = [BFloat16.NegativeInfinity, BFloat16.MinValue, (BFloat16)(-1f), BFloat16.Zero, BFloat16.Epsilon, BFloat16.One, BFloat16.MaxValue, BFloat16.PositiveInfinity];
        for (int i = 1; i < ordered.Length; i++)
        {
            Assert.True(ordered[i - 1] < ordered[i] && ordered[i] > ordered[i - 1] && ordered[i - 1] <= ordered[i] && ordered[i] >= ordered[i - 1] && ordered[i - 1] != ordered[i]);
            Assert.True(ordered[i - 1].CompareTo(ordered[i]) < 0);
            Assert.True(ordered[i].CompareTo((object)ordered[i - 1]) > 0);
        }

        Assert.True(BFloat16.Zero == (BFloat16)(-0f));
        Assert.Equal(BFloat16.Zero.GetHashCode(), ((BFloat16)0.0).GetHashCode());
        Assert.Equal("A BFloat16 is not compared with a Single. (Parameter 'obj')", Assert.Throws<ArgumentException>(() => BFloat16.One.CompareTo(1f)).Message);
    }

    [Fact]
    public void ItIsWrittenLikeAFloat()
    {
        Assert.Equal("3.140625", ((BFloat16)3.14159274f).ToString(null, CultureInfo.InvariantCulture));
        Assert.Equal("3.14", ((BFloat16)3.14159274f).ToString("F2", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TensorsAreConvertedToItAndBack()
    {
        Tensor<float> x = Tensor.From(new[,] { { 1f, 1.01f, -3.3f }, { 0f, float.NaN, 1e30f } });
        Tensor<BFloat16> stored = x.T.To<BFloat16>();
        Assert.Equal([1f, 0f, 1.0078125f, float.NaN, -3.296875f, 1.00025555e30f], stored.To<float>().ToArray());
        Assert.Equal([true, false, true, true, true, true], stored.To<bool>().ToArray());
        Assert.Equal([1, 0, 1, 0, -3, int.MaxValue], stored.To<int>().ToArray());
        Assert.Equal([1f, 0f, 1f], Tensor.From([true, false, true]).To<BFloat16>().To<float>().ToArray());
        Assert.Equal([3f, -200f, 65536f], Tensor.From([3L, -200L, 65537L]).To<BFloat16>().To<float>().ToArray());
        Assert.Equal(stored.ToArray(), stored.To<BFloat16>().ToArray());
        Assert.Equal([1.5], Tensor.From([(BFloat16)1.5f]).To<double>().ToArray());
    }

    [Fact]
    public void AConversionToItEndsTheGradient() =>
        Assert.Null(((Tensor)Tensor.From([1.5f]).RequireGrad().To<BFloat16>()).History);

    [Fact]
    public void TensorsAreViewedAndPrinted()
    {
        Tensor<BFloat16> x = Tensor.From([1f, 2.5f, -3f, 4f]).To<BFloat16>().Reshape(2, 2);
        Assert.Equal("tensor([[ 1.0000, -3.0000],\n        [ 2.5000,  4.0000]], dtype=BFloat16)", x.T.ToString());
        Assert.Equal((BFloat16)2.5f, x[0, 1].Item());
        Assert.Equal([(BFloat16)(-3f), (BFloat16)4f], x[1].ToArray());
    }
}
