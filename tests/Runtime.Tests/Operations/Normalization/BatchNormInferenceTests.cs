using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class BatchNormInferenceTests
{
    private static readonly Tensor<double> Batch = Tensor.From(new[,] { { 1.0, 10 }, { 3.0, 30 } });
    private static readonly Tensor<double> Mean = Tensor.From([1.0, 20]), Variance = Tensor.From([4.0, 25]);

    public static TheoryData<OperationCase> Specification =>
    [
        Close("channels", () => BatchNormInference(Batch, Mean, Variance, eps: 0), [2, 2], 0, -2, 1, 2),
        Close("a weight", () => BatchNormInference(Batch, Mean, Variance, Tensor.From([2.0, 3.0]), eps: 0), [2, 2], 0, -6, 2, 6),
        Close("a weight and a bias", () => Batch.BatchNormInference(Mean, Variance, Tensor.From([2.0, 3.0]), Tensor.From([10.0, 20.0]), eps: 0), [2, 2], 10, 14, 12, 26),
        Close("images", () => Tensor.From(new[,,] { { { 1.0, 3 }, { 5, 20 } } }).BatchNormInference(Mean, Variance, eps: 0), [1, 2, 2], 0, 1, -3, 0),
        Close("epsilon", () => BatchNormInference(Batch, Mean, Tensor.From([0.0, 0]), eps: 4), [2, 2], 0, -5, 1, 5),
        Close("statistics that are spread out", () => BatchNormInference(Batch, Tensor.From(new[,] { { 1.0, 4 }, { 20, 25 } })[.., 0], Tensor.From(new[,] { { 1.0, 4 }, { 20, 25 } })[.., 1], eps: 0), [2, 2], 0, -2, 1, 2),
        Value("no examples", () => BatchNormInference(Tensor.Zeros<float>(0, 2), Tensor.Zeros<float>(2), Tensor.Ones<float>(2)), [0, 2]),
        Gradient("elements", x => BatchNormInference(x[0], Mean, Variance) * x[1], -2, 2, [3, 2], [3, 2]),
        Gradient("a weight", x => BatchNormInference(x[0], Mean, Variance, x[1]) * x[2], -2, 2, [3, 2, 2], [2], [3, 2, 2]),
        Gradient("all", x => BatchNormInference(x[0], Mean, Variance, x[1], x[2]) * x[3], -2, 2, [2, 2, 2, 2], [2], [2], [2, 2, 2, 2]),
        Refused(
            "BatchNormInference: variance (3) does not match (channels): dimension 0 is 3, not 4; channels is 4 from x",
            () => BatchNormInference(Tensor.Zeros<float>(2, 4), Tensor.Zeros<float>(4), Tensor.Zeros<float>(3))),
        Refused(
            "BatchNormInference: bias (3) does not match (channels): dimension 0 is 3, not 4; channels is 4 from x",
            () => BatchNormInference(Tensor.Zeros<float>(2, 4), Tensor.Zeros<float>(4), Tensor.Zeros<float>(4), Tensor.Zeros<float>(4), Tensor.Zeros<float>(3))),
        Refused(
            "BatchNormInference: x () does not match (n, channels, ...space): it has 0 dimensions, not at least 2",
            () => BatchNormInference(Tensor.Scalar(1f), Tensor.Zeros<float>(4), Tensor.Zeros<float>(4))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void NoGradientReachesTheStatistics()
    {
        Tensor<double> x = Tensor.Ones<double>(2, 2).RequireGrad(), mean = Tensor.Zeros<double>(2).RequireGrad();
        Sum(BatchNormInference(x, mean, Variance)).Backward();
        Assert.NotNull(x.Grad);
        Assert.Null(mean.Grad);
    }
}
