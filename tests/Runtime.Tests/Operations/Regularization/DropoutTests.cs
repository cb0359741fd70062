using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Regularization;

public sealed class DropoutTests
{
    private static readonly Tensor<bool> Kept = Tensor.From([true, false, true]);

    public static TheoryData<OperationCase> Specification =>
    [
        Close("a mask", () => Dropout(Tensor.From([1.0, 2, 3]), Kept, 0.75), [3], 4, 0, 12),
        Value("no mask with the probability 0", () => Dropout(Tensor.From([1.0, 2]), 0), [2], 1.0, 2),
        Value("everything", () => Dropout(Tensor.From([1.0, 2]), 1, generator: new Generator(1)), [2], 0.0, 0),
        Value("outside of training", () => Dropout(Tensor.From([1.0, 2]), 0.5, isTraining: false), [2], 1.0, 2),
        Value("NaN", () => Tensor.From([1.0, double.NaN, 2]).Dropout(Kept), [3], 2.0, double.NaN, 4),
        Value("a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2 }, { 3, 4 } }).T.Dropout(Tensor.From(new[,] { { true, false }, { false, true } })), [2, 2], 2.0, 0, 0, 8),
        Value("a scalar", () => Dropout(Tensor.Scalar(3f), Tensor.Scalar(true)), [], 6f),
        Value("nothing", () => Dropout(Tensor.Zeros<float>(0, 2), 0.5, generator: new Generator(1)), [0, 2]),
        Gradient("the kept", x => Dropout(x[0], Kept, 0.25) * x[1], -2, 2, [3], [3]),
        Gradient("the same mask back", x => Dropout(x[0], 0.5, generator: new Generator(4)) * x[1], -2, 2, [3, 4], [3, 4]),
        Refused("Dropout: kept (3) does not match (...s): dimension 0 is 3, not 2; ...s is (2) from x", () => Dropout(Tensor.Zeros<float>(2), Kept)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void WhatIsNoProbabilityIsRefused(double p)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(Tensor.Zeros<float>(2), p)).Message;
        Assert.StartsWith($"Dropout: {p} is no probability", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(Tensor.Zeros<float>(3), Kept, p));
    }

    [Fact]
    public void TheMeanStays()
    {
        float[] values = Dropout(Tensor.Ones<float>(100_000), 0.3, generator: new Generator(5)).ToArray();
        Assert.InRange(values.Count(value => value == 0) / 100_000.0, 0.29, 0.31);
        Assert.InRange(values.Average(), 0.98f, 1.02f);
        Assert.All(values, value => Assert.True(value == 0 || Math.Abs(value - (1 / 0.7)) < 1e-6));
    }

    [Fact]
    public void ASeedGivesTheSameMask()
    {
        Tensor<float> x = Tensor.Ones<float>(1000);
        Generator generator = new(7);
        float[] first = Dropout(x, 0.5, generator: generator).ToArray(), second = Dropout(x, 0.5, generator: generator).ToArray();
        Assert.Equal(first, Dropout(x, 0.5, generator: new Generator(7)).ToArray());
        Assert.NotEqual(first, second);
    }
}
