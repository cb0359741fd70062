using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class GroupNormTests
{
    private static readonly Tensor<double> Channels = Tensor.From(new[,] { { 1.0, 3, 10, 30 }, { 2.0, 2, 5, 3 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("two groups", () => GroupNorm(Channels, 2, eps: 0)[0], [4], -1, 1, -1, 1),
        Close("one group", () => GroupNorm(Tensor.From(new[,] { { 1.0, 1, 3, 3 } }), 1, eps: 0), [1, 4], -1, -1, 1, 1),
        Close("every channel its own group", () => Channels.GroupNorm(4), [2, 4], 0, 0, 0, 0, 0, 0, 0, 0),
        Close("a weight", () => Channels.GroupNorm(Tensor.From([1.0, 2, 3, 4]), 2, eps: 0)[0], [4], -1, 2, -3, 4),
        Close("a weight and a bias", () => GroupNorm(Channels, Tensor.From([1.0, 2, 3, 4]), Tensor.From([5.0, 5, 5, 6]), 2, eps: 0)[0], [4], 4, 7, 2, 10),
        Close("images", () => GroupNorm(Tensor.From(new[,,] { { { 1.0, 3 }, { 5, 9 } } }), 2, eps: 0), [1, 2, 2], -1, 1, -1, 1),
        Close("transposed images", () => GroupNorm(Tensor.From(new[,,] { { { 1.0, 5 }, { 3, 9 } } }).Transpose(1, 2), 2, eps: 0), [1, 2, 2], -1, 1, -1, 1),
        Value("no examples", () => GroupNorm(Tensor.Zeros<float>(0, 4), 2), [0, 4]),
        Value("no channels", () => GroupNorm(Tensor.Zeros<float>(2, 0, 3), 2), [2, 0, 3]),
        Gradient("elements", x => GroupNorm(x[0], 2) * x[1], -2, 2, [2, 4, 3], [2, 4, 3]),
        Gradient("all", x => GroupNorm(x[0], x[1], x[2], 2) * x[3], -2, 2, [2, 4, 3], [4], [4], [2, 4, 3]),
        Gradient("a weight", x => GroupNorm(x[0], x[1], 3) * x[2], -2, 2, [2, 3, 2, 2], [3], [2, 3, 2, 2]),
        Refused("GroupNorm: channels, which is 4, cannot be divided by groups, which is 3", () => GroupNorm(Tensor.Zeros<float>(2, 4), 3)),
        Refused("GroupNorm: groups is 0; there must be at least 1", () => GroupNorm(Tensor.Zeros<float>(2, 4), 0)),
        Refused("GroupNorm: weight (2) does not match (channels): dimension 0 is 2, not 4; channels is 4 from x", () => GroupNorm(Tensor.Zeros<float>(2, 4), Tensor.Ones<float>(2), 2)),
        Refused("GroupNorm: x (4) does not match (n, channels, ...space): it has 1 dimension, not at least 2", () => GroupNorm(Tensor.Zeros<float>(4), 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
