using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Losses;

public sealed class CrossEntropyTests
{
    private static readonly Tensor<double> Even = Tensor.From(new[,] { { 0.0, Math.Log(3) }, { 0.0, 0.0 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("one position", () => CrossEntropy(Tensor.From([0.0, Math.Log(3)]), Tensor.Scalar(1)), [], -Math.Log(0.75)),
        Close("a batch", () => CrossEntropy(Tensor.From(new[,] { { 0.0, Math.Log(3) }, { 0.0, 0.0 } }), Tensor.From([0, 1])), [], (-Math.Log(0.25) - Math.Log(0.5)) / 2),
        Close("classes as longs", () => CrossEntropy(Tensor.From(new[,] { { 0.0, Math.Log(3) } }), Tensor.From([1L])), [], -Math.Log(0.75)),
        Close("more dimensions", () => CrossEntropy(Tensor.Zeros<double>(2, 4, 3), Tensor.Zeros<int>(2, 3)), [], Math.Log(4)),
        Close("large logits", () => CrossEntropy(Tensor.From(new[,] { { 1000.0, 0.0 } }), Tensor.From([1])), [], 1000),
        Close("transposed logits and expanded classes", () => CrossEntropy(Tensor.From(new[,] { { 0.0, 0.0 }, { Math.Log(3), Math.Log(3) } }).T, Tensor.Scalar(1).Expand(2)), [], -Math.Log(0.75)),
        Value("an impossible class", () => CrossEntropy(Tensor.From([0.0, double.NegativeInfinity]), Tensor.Scalar(1)), [], double.PositiveInfinity),
        Value("nothing", () => CrossEntropy(Tensor.Zeros<float>(0, 3), Tensor.Zeros<int>(0)), [], float.NaN),
        Close("the sum", () => CrossEntropy(Even, Tensor.From([0, 1]), Reduction.Sum), [], -Math.Log(0.25) - Math.Log(0.5)),
        Close("each", () => CrossEntropy(Even, Tensor.From([0L, 1L]), Reduction.None), [2], -Math.Log(0.25), -Math.Log(0.5)),
        Close("weights", () => CrossEntropy(Even, Tensor.From([0, 1]), Tensor.From([1.0, 3.0])), [], (-Math.Log(0.25) - (3 * Math.Log(0.5))) / 4),
        Close("weights, each", () => CrossEntropy(Even, Tensor.From([0L, 1L]), Tensor.From([1.0, 3.0]), Reduction.None), [2], -Math.Log(0.25), -3 * Math.Log(0.5)),
        Close("an ignored position", () => CrossEntropy(Even, Tensor.From([0, -100]), Reduction.Mean, -100), [], -Math.Log(0.25)),
        Close("weights and an ignored position", () => CrossEntropy(Even, Tensor.From([-100L, 1L]), Tensor.From([1.0, 3.0]), ignoreIndex: -100), [], -Math.Log(0.5)),
        Value("everything ignored", () => CrossEntropy(Even, Tensor.From([7, 7]), Reduction.Mean, 7), [], double.NaN),
        Gradient("weights", x => CrossEntropy(x[0].T, Tensor.From([2, 0]), Tensor.From([3.0, 0.5, 1])) * x[1], -2, 2, [3, 2], []),
        Gradient("each", x => CrossEntropy(x[0], Tensor.From(new[,] { { 0, 2 }, { -1, 1 } }), Tensor.From([3.0, 0.5, 1]), Reduction.None, -1), -2, 2, [2, 3, 2]),
        Gradient("the sum over wide rows", x => CrossEntropy(x[0], Tensor.From([20, 0, 7]), Reduction.Sum, 7), -2, 2, [3, 21]),
        GradientValue("everything ignored", x => CrossEntropy(x, Tensor.Scalar(7), Reduction.Mean, 7), [1, 2], 0, 0),
        Gradient("one position", x => CrossEntropy(x[0], Tensor.Scalar(2)), -2, 2, [4]),
        Gradient("a batch", x => CrossEntropy(x[0], Tensor.From([0, 2, 2])) * x[1], -2, 2, [3, 4], []),
        Gradient("more dimensions", x => CrossEntropy(x[0], Tensor.From(new[,] { { 0, 2 }, { 1, 1 } })), -2, 2, [2, 3, 2]),
        GradientValue("nothing", x => CrossEntropy(x.Reshape(0, 3), Tensor.Zeros<int>(0)), []),
        Refused(
            "CrossEntropy: target (3) does not match (drop(logits, min(1, rank(logits) - 1))), which is (2): dimension 0 is 3, not 2",
            () => CrossEntropy(Tensor.Zeros<float>(2, 3), Tensor.Zeros<int>(3))),
        Refused(
            "CrossEntropy: target (2, 3) does not match (drop(logits, min(1, rank(logits) - 1))), which is (2): it has 2 dimensions, not 1",
            () => CrossEntropy(Tensor.Zeros<float>(2, 3), Tensor.Zeros<int>(2, 3))),
        Refused(
            "CrossEntropy: logits () does not match (..., _): it has 0 dimensions, not at least 1",
            () => CrossEntropy(Tensor.Scalar(1f), Tensor.Scalar(0))),
        Refused(
            "CrossEntropy: weight (2) does not match (size(logits, min(1, rank(logits) - 1))): dimension 0 is 2, not 3",
            () => CrossEntropy(Tensor.Zeros<float>(2, 3), Tensor.Zeros<int>(2), Tensor.Ones<float>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void AClassThatDoesNotExistIsNamed(int index)
    {
        Tensor<int> target = Tensor.From(new[,] { { 0, 1 }, { 2, index } });
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => CrossEntropy(Tensor.Zeros<float>(2, 3, 2), target));
        Assert.StartsWith($"CrossEntropy: target[1, 1] is {index}, but there are 3 classes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(32, 10)]
    [InlineData(5, 16)]
    [InlineData(7, 1500)]
    public void TheGradientOfTheForwardPassIsThatOfThePullback(int positions, int classes)
    {
        Tensor<int> target = Tensor.From([.. Enumerable.Range(0, positions).Select(i => i % classes)]);
        foreach (Tensor<float> logits in (Tensor<float>[])[Logits(positions, classes), Logits(classes, positions).T])
        {
            CrossEntropyOperation<float, int> operation = default;
            (Tensor<float> loss, Tensor<float> gradient) = (Tensor.Scalar(0f), Tensor.Zeros<float>(positions, classes));
            operation.ForwardAndGradient(logits.View, target.View, loss.View, gradient.View);

            Tensor<float> leaf = logits.Clone().RequireGrad();
            Tensor<float> expected = CrossEntropy(leaf, target);
            expected.Backward();
            Assert.Equal(expected.Item(), loss.Item(), 1e-6f);
            Assert.Equal(leaf.Grad!.ToArray(), gradient.ToArray());
        }
    }

    private static Tensor<float> Logits(int rows, int columns) =>
        Tensor.From([.. Enumerable.Range(0, rows * columns).Select(i => (float)Math.Sin(i * i))], rows, columns);
}
