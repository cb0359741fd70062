using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Tests.Kernels;

/// <summary>Every vector width, layout and size class against the definition, one element at a time in double.</summary>
public sealed class ReductionDriverTests
{
    public static TheoryData<int> Widths => [1, 128, 256, 512];

    [Theory]
    [MemberData(nameof(Widths))]
    public void RandomLayoutsAgreeWithTheDefinition(int width)
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(20_000); i++)
        {
            int rank = random.Next(5);
            int[] sizes = [.. Enumerable.Range(0, rank).Select(_ => random.Next(8) == 0 ? random.Next(30, 200) : random.Next(1, 6))];
            bool[] reduced = [.. sizes.Select(_ => random.Next(2) == 0)];
            Check<float>(random, sizes, reduced, width);
            Check<double>(random, sizes, reduced, width);
            Check<int>(random, sizes, reduced, width);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void LongRowsAndColumnsAgreeWithTheDefinition(int width)
    {
        Random random = new(MassTests.Seed);
        foreach (int length in (int[])[63, 64, 65, 127, 128, 129, 1023, 1024, 1025, 2048, 5000])
        {
            Check<float>(random, [length], [true], width);
            Check<float>(random, [3, length], [false, true], width);
            Check<double>(random, [length, 3], [true, false], width);
            Check<float>(random, [2, length], [true, false], width);
            Check<float>(random, [130, length], [true, false], width);
        }
    }

    [Fact]
    public void ASumOfManyFloatsKeepsItsDigits()
    {
        // One after another, adding 0.1f ten million times is off by 9 percent.
        const int Count = 10_000_000;
        double exact = Count * (double)0.1f;
        Tensor<float> x = Tensor.Full(0.1f, Count);
        Assert.Equal(exact, x.Sum().Item(), exact * 1e-6);
        Assert.Equal(0.1, x.Mean().Item(), 1e-7);
        Assert.Equal(exact / 4, x.Reshape(-1, 4).Sum(0).ToArray()[3], exact * 1e-6);
        Assert.Equal(exact / 4, x.Reshape(4, -1).T.Sum(0).ToArray()[3], exact * 1e-6);
        Assert.Equal(exact, Tensor.Scalar(0.1f).Expand(Count).Sum().Item(), exact * 1e-6);
        Assert.Equal(exact, x.Reshape(-1, 2)[.., 0].Sum().Item() * 2, exact * 1e-6);
    }

    [Fact]
    public void WhereATensorLiesDoesNotMatter()
    {
        float[] values = Tensor.Randn<float>(new Generator(1), 3001).ToArray();
        float expected = Tensor.From(values).Sum().Item();
        for (int offset = 0; offset < 17; offset++)
        {
            float[] moved = [.. new float[offset], .. values, .. new float[3]];
            Assert.Equal(expected, Tensor.From(moved)[offset..(offset + values.Length)].Sum().Item());
        }
    }

    private static void Check<T>(Random random, int[] sizes, bool[] reduced, int width)
        where T : unmanaged, INumber<T>
    {
        // A random order of the dimensions in memory, sometimes with gaps, sometimes one repeated.
        int[] strides = new int[sizes.Length];
        int stride = random.Next(4) == 0 ? 2 : 1;
        foreach (int axis in Enumerable.Range(0, sizes.Length).OrderBy(_ => random.Next()))
        {
            bool isRepeated = random.Next(8) == 0;
            strides[axis] = isRepeated ? 0 : stride;
            stride *= isRepeated ? 1 : sizes[axis] + (random.Next(4) == 0 ? 1 : 0);
        }

        // Fractions whose sums a double holds exactly.
        T[] memory = [.. Enumerable.Range(0, stride + 1).Select(_ => T.CreateTruncating(random.Next(-100_000, 100_000) / 1024.0))];
        int resultCount = sizes.Where((_, axis) => !reduced[axis]).Aggregate(1, (product, size) => product * size);
        double[] sums = new double[resultCount];
        double[] largest = Enumerable.Repeat(double.NegativeInfinity, resultCount).ToArray();
        double[] smallest = Enumerable.Repeat(double.PositiveInfinity, resultCount).ToArray();
        int count = sizes.Aggregate(1, (product, size) => product * size);
        for (int element = 0; element < count; element++)
        {
            (int source, int target, int rest, int targetStride) = (0, 0, element, 1);
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, sizes[axis]);
                source += index * strides[axis];
                target += reduced[axis] ? 0 : index * targetStride;
                targetStride *= reduced[axis] ? 1 : sizes[axis];
            }

            double value = double.CreateChecked(memory[source]);
            sums[target] += value;
            largest[target] = Math.Max(largest[target], value);
            smallest[target] = Math.Min(smallest[target], value);
        }

        string what = $"{typeof(T).Name}, {width} bits, sizes ({string.Join(", ", sizes)}), strides ({string.Join(", ", strides)}), reduced ({string.Join(", ", reduced)})";
        T[] actual = new T[resultCount];
        Run<SumFold<T>, T>(new TensorView<T>(memory, sizes, strides), reduced, actual, width);
        for (int i = 0; i < resultCount; i++)
        {
            double allowed = typeof(T) == typeof(float) ? 1e-4 * (count / resultCount) : 0;
            Assert.True(Math.Abs(sums[i] - double.CreateChecked(actual[i])) <= allowed, $"Sum of {what}: result {i} is {actual[i]}, expected {sums[i]}");
        }

        Run<MaxFold<T>, T>(new TensorView<T>(memory, sizes, strides), reduced, actual, width);
        for (int i = 0; i < resultCount; i++)
            Assert.True(largest[i] == double.CreateChecked(actual[i]), $"Max of {what}: result {i} is {actual[i]}, expected {largest[i]}");

        Run<MinFold<T>, T>(new TensorView<T>(memory, sizes, strides), reduced, actual, width);
        for (int i = 0; i < resultCount; i++)
            Assert.True(smallest[i] == double.CreateChecked(actual[i]), $"Min of {what}: result {i} is {actual[i]}, expected {smallest[i]}");
    }

    private static void Run<TFold, T>(TensorView<T> input, bool[] reduced, T[] result, int width)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T>
    {
        if (width == 512 && Vector512.IsHardwareAccelerated)
            ReductionDriver.RunWith<TFold, Lanes512<T>, T>(input, reduced, result);
        else if (width == 256 && Vector256.IsHardwareAccelerated)
            ReductionDriver.RunWith<TFold, Lanes256<T>, T>(input, reduced, result);
        else if (width == 128 && Vector128.IsHardwareAccelerated)
            ReductionDriver.RunWith<TFold, Lanes128<T>, T>(input, reduced, result);
        else
            ReductionDriver.RunWith<TFold, ScalarLanes<T>, T>(input, reduced, result);
    }
}
