using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class BatchNormTests
{
    private static readonly Tensor<double> Batch = Tensor.From(new[,] { { 1.0, 10 }, { 3.0, 30 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("channels", () => BatchNorm(Batch, eps: 0), [2, 2], -1, -1, 1, 1),
        Close("a weight", () => BatchNorm(Batch, Tensor.From([2.0, 3.0]), eps: 0), [2, 2], -2, -3, 2, 3),
        Close("a weight and a bias", () => Batch.BatchNorm(Tensor.From([2.0, 3.0]), Tensor.From([10.0, 20.0]), eps: 0), [2, 2], 8, 17, 12, 23),
        Close("transposed", () => Tensor.From(new[,] { { 1.0, 3 }, { 10.0, 30 } }).T.BatchNorm(eps: 0), [2, 2], -1, -1, 1, 1),
        Close("images", () => BatchNorm(Tensor.From(new[,,] { { { 1.0, 3 }, { 5, 5 } }, { { 3.0, 1 }, { 9, 9 } } }), eps: 0), [2, 2, 2], -1, 1, -1, -1, 1, -1, 1, 1),
        Close("epsilon", () => BatchNorm(Tensor.From(new[,] { { 1.0 }, { 3.0 } }), eps: 3), [2, 1], -0.5, 0.5),
        Close("one example", () => BatchNorm(Tensor.From(new[,] { { 5.0, 6 } }), Tensor.From([2.0, 3]), Tensor.From([10.0, 20])), [1, 2], 10, 20),
        Value("no examples", () => BatchNorm(Tensor.Zeros<float>(0, 4), Tensor.Ones<float>(4), Tensor.Ones<float>(4)), [0, 4]),
        Value("no channels", () => BatchNorm(Tensor.Zeros<float>(2, 0, 3)), [2, 0, 3]),
        Gradient("elements", x => BatchNorm(x[0]) * x[1], -2, 2, [5, 2], [5, 2]),
        Gradient("a weight", x => BatchNorm(x[0], x[1]) * x[2], -2, 2, [3, 2, 3], [2], [3, 2, 3]),
        Gradient("all", x => BatchNorm(x[0], x[1], x[2]) * x[3], -2, 2, [2, 3, 2, 2], [3], [3], [2, 3, 2, 2]),
        Gradient("the parameters for no examples", x => Sum(BatchNorm(Tensor.Zeros<double>(0, 2), x[0], x[1])) + Sum(x[2]), -2, 2, [2], [2], [2]),
        Refused("BatchNorm: weight (2) does not match (channels): dimension 0 is 2, not 4; channels is 4 from x", () => BatchNorm(Tensor.Zeros<float>(2, 4), Tensor.Ones<float>(2))),
        Refused("BatchNorm: bias (4, 1) does not match (channels): it has 2 dimensions, not 1", () => BatchNorm(Tensor.Zeros<float>(2, 4), Tensor.Ones<float>(4), Tensor.Ones<float>(4, 1))),
        Refused("BatchNorm: x (4) does not match (n, channels, ...space): it has 1 dimension, not at least 2", () => BatchNorm(Tensor.Zeros<float>(4))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
