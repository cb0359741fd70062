using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Normalization;

public sealed class LayerNormTests
{
    // The rows have the means 2 and 5, and both the variance 1.
    private static readonly Tensor<double> Rows = Tensor.From(new[,] { { 1.0, 3.0 }, { 4.0, 6.0 } });

    public static TheoryData<OperationCase> Specification =>
    [
        Close("rows", () => LayerNorm(Rows, eps: 0), [2, 2], -1, 1, -1, 1),
        Close("a weight", () => LayerNorm(Rows, Tensor.From([2.0, 3.0]), eps: 0), [2, 2], -2, 3, -2, 3),
        Close("a weight and a bias", () => Rows.LayerNorm(Tensor.From([2.0, 3.0]), Tensor.From([10.0, 20.0]), eps: 0), [2, 2], 8, 23, 8, 23),
        Close("columns", () => Rows.LayerNorm(Tensor.From([2.0, 3.0]), Tensor.From([10.0, 20.0]), 0, eps: 0), [2, 2], 8, 8, 23, 23),
        Close("columns of a transposed matrix", () => Rows.T.LayerNorm(0, eps: 0), [2, 2], -1, -1, 1, 1),
        Close("both dimensions", () => LayerNorm(Tensor.From(new[,] { { 1.0, 1.0 }, { 3.0, 3.0 } }), Tensor.From(new[,] { { 1.0, 2 }, { 3, 4 } }), [0, 1], eps: 0), [2, 2], -1, -2, 3, 4),
        Close("dimensions in any order", () => LayerNorm(Tensor.From(new[,] { { 1.0, 1.0 }, { 3.0, 3.0 } }), Tensor.From(new[,] { { 1.0, 2 }, { 3, 4 } }), [-1, 0], eps: 0), [2, 2], -1, -2, 3, 4),
        Close("no dimension", () => LayerNorm(Tensor.From([1.0, 3.0]), Tensor.Scalar(2.0), Tensor.Scalar(5.0), []), [2], 5, 5),
        Close("a weight that is spread out", () => LayerNorm(Rows, Tensor.From(new[,] { { 2.0, 9 }, { 3, 9 } })[.., 0], eps: 0), [2, 2], -2, 3, -2, 3),
        Close("epsilon", () => LayerNorm(Rows, eps: 3), [2, 2], -0.5, 0.5, -0.5, 0.5),
        Close("equal elements", () => LayerNorm(Tensor.From([7.0, 7.0, 7.0])), [3], 0, 0, 0),
        Close("one element", () => LayerNorm(Tensor.From([7.0])), [1], 0),
        Close("a large mean", () => LayerNorm(Tensor.From([1e9 - 1, 1e9 + 1]), eps: 0), [2], -1, 1),
        Value("NaN", () => LayerNorm(Tensor.From(new[,] { { 1.0, double.NaN }, { 4.0, 4.0 } })), [2, 2], double.NaN, double.NaN, 0, 0),
        Value("a scalar", () => LayerNorm(Tensor.Scalar(7f)), [], 0f),
        Value("no rows", () => LayerNorm(Tensor.Zeros<float>(0, 3), Tensor.Ones<float>(3)), [0, 3]),
        Value("rows of nothing", () => LayerNorm(Tensor.Zeros<float>(2, 0)), [2, 0]),
        Gradient("elements", x => LayerNorm(x[0]) * x[1], -2, 2, [2, 5], [2, 5]),
        Gradient("a weight", x => LayerNorm(x[0], x[1]) * x[2], -2, 2, [3, 4], [4], [3, 4]),
        Gradient("all", x => LayerNorm(x[0], x[1], x[2]) * x[3], -2, 2, [2, 3, 4], [4], [4], [2, 3, 4]),
        Gradient("two dimensions", x => LayerNorm(x[0], x[1], x[2], [1, 2]) * x[3], -2, 2, [2, 3, 4], [3, 4], [3, 4], [2, 3, 4]),
        Gradient("the outer and the inner dimension", x => LayerNorm(x[0], x[1], x[2], [0, -1]) * x[3], -2, 2, [3, 2, 4], [3, 4], [3, 4], [3, 2, 4]),
        Gradient("the first dimension", x => LayerNorm(x[0], x[1], x[2], 0) * x[3], -2, 2, [5, 2], [5], [5], [5, 2]),
        Gradient("long rows", x => LayerNorm(x[0], x[1]) * x[2], -2, 2, [2, 37], [37], [2, 37]),
        Gradient("no dimension", x => LayerNorm(x[0], x[1], x[2], []) * x[3], -2, 2, [3], [], [], [3]),
        Refused("LayerNorm: weight (2) does not match (keep(x, dim)), which is (3): dimension 0 is 2, not 3", () => LayerNorm(Tensor.Zeros<float>(2, 3), Tensor.Ones<float>(2))),
        Refused("LayerNorm: bias (2) does not match (keep(x, dim)), which is (3): dimension 0 is 2, not 3", () => LayerNorm(Tensor.Zeros<float>(2, 3), Tensor.Ones<float>(3), Tensor.Ones<float>(2))),
        Refused("LayerNorm: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => LayerNorm(Tensor.Zeros<float>(2, 3), 2)),
        Refused("LayerNorm: axis 1 of x (2, 3) is given twice", () => LayerNorm(Tensor.Zeros<float>(2, 3), [1, -1])),
        Refused("LayerNorm: axis -1 is out of range for x (), which has 0 dimensions", () => LayerNorm(Tensor.Scalar(1f), Tensor.Scalar(1f))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
