using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class BatchStatisticsTests
{
    private static readonly Tensor<double> Batch = Tensor.From(new[,] { { 1.0, 10 }, { 3.0, 10 }, { 5.0, 40 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("the mean", () => BatchStatistics(Batch).Mean, [2], 3, 20),
        Close("the unbiased variance", () => Batch.BatchStatistics().Variance, [2], 4, 300),
        Close("transposed", () => Tensor.From(new[,] { { 1.0, 3, 5 }, { 10, 10, 40 } }).T.BatchStatistics().Variance, [2], 4, 300),
        Close("images", () => BatchStatistics(Tensor.From(new[,,] { { { 1.0, 2 } }, { { 3.0, 6 } } })).Mean, [1], 3),
        Close("the variance of images", () => BatchStatistics(Tensor.From(new[,,] { { { 1.0, 2 } }, { { 3.0, 6 } } })).Variance, [1], 14.0 / 3),
        Value("the variance of one element", () => BatchStatistics(Tensor.From(new[,] { { 1.0, 2 } })).Variance, [2], double.NaN, double.NaN),
        Value("the mean of nothing", () => BatchStatistics(Tensor.Zeros<float>(0, 1)).Mean, [1], float.NaN),
        Value("no channels", () => BatchStatistics(Tensor.Zeros<float>(3, 0)).Mean, [0]),
        Gradient("the mean", x => BatchStatistics(x[0]).Mean * x[1], -2, 2, [3, 2, 2], [2]),
        Gradient("the variance", x => BatchStatistics(x[0]).Variance * x[1], -2, 2, [3, 2, 2], [2]),
        Gradient("both", x => BatchStatistics(x[0]) switch { var (mean, variance) => (mean * x[1]) + (variance * mean) }, -2, 2, [4, 3], [3]),
        Refused("BatchStatistics: x (4) does not match (n, channels, ...space): it has 1 dimension, not at least 2", () => BatchStatistics(Tensor.Zeros<float>(4)).Mean),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void RunningStatisticsAreUpdatedWithThem()
    {
        Tensor<double> running = Tensor.From([1.0, 2]);
        (Tensor<double> mean, _) = BatchStatistics(Batch);
        Assert.Equal([1.2, 3.8], ((0.9 * running) + (0.1 * mean)).ToArray(), (left, right) => Math.Abs(left - right) < 1e-12);
    }
}
