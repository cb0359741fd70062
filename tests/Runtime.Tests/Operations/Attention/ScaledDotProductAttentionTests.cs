using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Attention;

public sealed class ScaledDotProductAttentionTests
{
    // The products of queries and keys are 0 and log 3, or the other way round: weights of a quarter and three quarters.
    private static readonly Tensor<double> Keys = Tensor.From(new[,] { { 0.0, Math.Log(3) }, { Math.Log(3), 0.0 } }) * Math.Sqrt(2);
    private static readonly Tensor<double> Queries = Tensor.From(new[,] { { 1.0, 0 }, { 0, 1.0 } }), Values = Tensor.From(new[,] { { 4.0 }, { 8.0 } });
    private static readonly Tensor<bool> Seen = Tensor.From(new[,] { { true, true, false }, { false, true, true } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("weighted means", () => ScaledDotProductAttention(Queries, Keys, Values), [2, 1], 7, 5),
        Close("one key", () => ScaledDotProductAttention(Queries, Keys[..1], Values[..1]), [2, 1], 4, 4),
        Close("the past alone", () => ScaledDotProductAttention(Queries, Keys, Values, causal: true), [2, 1], 4, 5),
        Close("a mask", () => ScaledDotProductAttention(Queries, Keys, Values, Tensor.From(new[,] { { false, true }, { true, true } })), [2, 1], 8, 5),
        Close("a mask and the past", () => ScaledDotProductAttention(Queries, Keys, Values, Tensor.From(new[,] { { true, true }, { false, true } }), causal: true), [2, 1], 4, 8),
        Close("a transposed mask", () => ScaledDotProductAttention(Queries, Keys, Values, Tensor.From(new[,] { { false, true }, { true, true } }).T), [2, 1], 8, 5),
        Close("a mask for each of a batch", () => ScaledDotProductAttention(
            Queries, Keys, Values, Tensor.From(new[,,] { { { true, true }, { true, false } }, { { false, true }, { true, true } } })), [2, 2, 1], 7, 4, 8, 5),
        Close("no key is seen", () => ScaledDotProductAttention(Queries, Keys, Values, Tensor.From(new[,] { { false, false }, { true, true } })), [2, 1], double.NaN, 5),
        Close("values for each of a batch", () => ScaledDotProductAttention(Queries, Keys, Stack([Values, -Values], 0)), [2, 2, 1], 7, 5, -7, -5),
        Close("more dimensions", () => ScaledDotProductAttention(Queries.Unsqueeze(0), Stack([Keys, Keys.Flip(0)], 0).Unsqueeze(1), Values), [2, 1, 2, 1], 7, 5, 5, 7),
        Close("large products", () => ScaledDotProductAttention(1e4 * Queries, Keys, Values), [2, 1], 8, 4),
        Value("no queries", () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 0, 3), Tensor.Zeros<float>(4, 3), Tensor.Zeros<float>(4, 5)), [2, 0, 5]),
        Value("no keys", () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 1)), [2, 1], 0f, 0f),
        Gradient("all", x => ScaledDotProductAttention(x[0], x[1], x[2]) * x[3], -1, 1, [3, 2], [4, 2], [4, 3], [3, 3]),
        Gradient("the past alone", x => ScaledDotProductAttention(x[0], x[1], x[2], causal: true) * x[3], -1, 1, [3, 2], [4, 2], [4, 3], [3, 3]),
        Gradient("a mask", x => ScaledDotProductAttention(x[0], x[1], x[2], Seen) * x[3], -1, 1, [2, 2, 3], [2, 3, 3], [2, 3, 1], [2, 2, 1]),
        Gradient("broadcast", x => ScaledDotProductAttention(x[0], x[1], x[2], Seen) * x[3], -1, 1, [2, 1, 2, 3], [3, 3, 3], [3, 2], [2, 3, 2, 2]),
        Gradient("many keys", x => ScaledDotProductAttention(x[0], x[1], x[2]) * x[3], -1, 1, [2, 2], [37, 2], [37, 2], [2, 2]),
        Refused(
            "ScaledDotProductAttention: key (4, 2) does not match (..., s, d): dimension 1 is 2, not 3; d is 3 from query",
            () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 2), Tensor.Zeros<float>(4, 3))),
        Refused(
            "ScaledDotProductAttention: value (5, 3) does not match (..., s, e): dimension 0 is 5, not 4; s is 4 from key",
            () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 3), Tensor.Zeros<float>(5, 3))),
        Refused(
            "ScaledDotProductAttention: mask (2, 1) does not match (..., l, s): dimension 1 is 1, not 4; s is 4 from key",
            () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 3), Tensor.Zeros<float>(4, 3), Tensor.Zeros<bool>(2, 1))),
        Refused(
            "ScaledDotProductAttention: query (3) does not match (..., l, d): it has 1 dimension, not at least 2",
            () => ScaledDotProductAttention(Tensor.Zeros<float>(3), Tensor.Zeros<float>(4, 3), Tensor.Zeros<float>(4, 3))),
        Refused(
            "ScaledDotProductAttention: batch dimensions do not broadcast: query (2, 2, 3) and swap(key, -2, -1) (3, 3, 4) differ in dimension 3 from the right, 2 against 3",
            () => ScaledDotProductAttention(Tensor.Zeros<float>(2, 2, 3), Tensor.Zeros<float>(3, 4, 3), Tensor.Zeros<float>(4, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void TheRowsOfManyBlocksAreThoseOfOne()
    {
        Tensor<float> query = Tensor.Randn<float>(new Generator(1), 50, 8), key = Tensor.Randn<float>(new Generator(2), 1500, 8), value = Tensor.Randn<float>(new Generator(3), 1500, 4);
        Tensor<float> whole = ScaledDotProductAttention(query, key, value);
        for (int row = 0; row < 50; row += 7)
            Assert.Equal(ScaledDotProductAttention(query[row..(row + 1)], key, value).ToArray(), whole[row..(row + 1)].ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void AKeyThatNoQuerySeesHasNoGradient()
    {
        Tensor<double> key = Keys.Clone().RequireGrad();
        Sum(ScaledDotProductAttention(Queries, key, Values, Tensor.From(new[,] { { true, false }, { true, false } }))).Backward();
        Assert.Equal(new double[4], key.Grad!.ToArray());
    }
}
