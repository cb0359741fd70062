using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Losses;

public sealed class NllLossTests
{
    private static readonly Tensor<double> Scores = Tensor.From(new[,] { { -1.0, -2, -3 }, { -4.0, -5, -6 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Value("the mean", () => NllLoss(Scores, Tensor.From([2, 0])), [], 3.5),
        Value("the sum", () => NllLoss(Scores, Tensor.From([2, 0]), Reduction.Sum), [], 7.0),
        Value("each", () => NllLoss(Scores, Tensor.From([2L, 0L]), Reduction.None), [2], 3.0, 4),
        Value("one position", () => NllLoss(Tensor.From([-1.0, -2]), Tensor.Scalar(1)), [], 2.0),
        Value("weights", () => NllLoss(Scores, Tensor.From([2, 0]), Tensor.From([3.0, 0, 1])), [], 15.0 / 4),
        Value("weights, the sum", () => NllLoss(Scores, Tensor.From([2L, 0L]), Tensor.From([3.0, 0, 1]), Reduction.Sum), [], 15.0),
        Value("weights, each", () => NllLoss(Scores, Tensor.From([2, 0]), Tensor.From([3.0, 0, 1]), Reduction.None), [2], 3.0, 12),
        Value("weights that sum up to nothing", () => NllLoss(Scores, Tensor.From([1, 1]), Tensor.From([3.0, 0, 1])), [], double.NaN),
        Value("an ignored position", () => NllLoss(Scores, Tensor.From([2, -1]), ignoreIndex: -1), [], 3.0),
        Value("an ignored position among each", () => NllLoss(Scores, Tensor.From([2, 0]), Reduction.None, ignoreIndex: 0), [2], 3.0, 0),
        Value("everything ignored", () => NllLoss(Scores, Tensor.From([5, 5]), ignoreIndex: 5), [], double.NaN),
        Value("everything ignored, the sum", () => NllLoss(Scores, Tensor.From([5, 5]), Reduction.Sum, 5), [], 0.0),
        Value("more dimensions", () => NllLoss(Tensor.From(new[,,] { { { -1.0, -2 }, { -3.0, -4 } } }), Tensor.From(new[,] { { 0, 1 } }), Reduction.None), [1, 2], 1.0, 4),
        Value("transposed", () => NllLoss(Scores.T, Tensor.From(new[,] { { 0, 1 }, { 1, 0 }, { 0, 0 } }).T[0], Reduction.None), [3], 1.0, 5, 3),
        Value("the mean of nothing", () => NllLoss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<int>(0)), [], float.NaN),
        Value("nothing", () => NllLoss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<int>(0), Reduction.None), [0]),
        Gradient("the mean", x => NllLoss(x[0], Tensor.From([2, 0])) * x[1], -2, 2, [2, 3], []),
        Gradient("weights", x => NllLoss(x[0].T, Tensor.From([2L, 0L]), Tensor.From([3.0, 0, 1])), -2, 2, [3, 2]),
        Gradient("each", x => NllLoss(x[0], Tensor.From(new[,] { { 0, 1 }, { 7, 1 } }), Tensor.From([3.0, 2]), Reduction.None, 7), -2, 2, [2, 2, 2]),
        GradientValue("everything ignored", x => NllLoss(x, Tensor.Scalar(5), ignoreIndex: 5), [1, 2], 0, 0),
        Refused(
            "NllLoss: target (3) does not match (drop(logProbabilities, min(1, rank(logProbabilities) - 1))), which is (2): dimension 0 is 3, not 2",
            () => NllLoss(Tensor.Zeros<float>(2, 3), Tensor.Zeros<int>(3))),
        Refused(
            "NllLoss: weight (2) does not match (size(logProbabilities, min(1, rank(logProbabilities) - 1))): dimension 0 is 2, not 3",
            () => NllLoss(Tensor.Zeros<float>(2, 3), Tensor.Zeros<int>(2), Tensor.Ones<float>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AClassThatDoesNotExistIsNamed()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => NllLoss(Tensor.Zeros<float>(2, 3), Tensor.From([1, -100]), Reduction.Sum, ignoreIndex: -1));
        Assert.StartsWith("NllLoss: target[1] is -100, but there are 3 classes", refusal.Message, StringComparison.Ordinal);
    }
}
