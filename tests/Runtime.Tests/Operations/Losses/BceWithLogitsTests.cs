using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Losses;

public sealed class BceWithLogitsTests
{
    private static readonly double Ln2 = Math.Log(2);

    public static TheoryData<OperationCase> Specification =>
    [
        Close("the mean", () => BceWithLogits(Tensor.From([0.0, Math.Log(3)]), Tensor.From([1.0, 0])), [], (Ln2 - Math.Log(0.25)) / 2),
        Close("the sum", () => BceWithLogits(Tensor.From([0.0, Math.Log(3)]), Tensor.From([0.5, 1]), reduction: Reduction.Sum), [], Ln2 - Math.Log(0.75)),
        Close("each", () => BceWithLogits(Tensor.From([0.0, Math.Log(3)]), Tensor.From([0.5, 0]), reduction: Reduction.None), [2], Ln2, -Math.Log(0.25)),
        Close("a scalar", () => BceWithLogits(Tensor.Scalar(0.0), Tensor.Scalar(1.0)), [], Ln2),
        Close("weights", () => BceWithLogits(Tensor.Zeros<double>(2, 2), Tensor.Ones<double>(2, 2), Tensor.From([1.0, 3.0])), [], 2 * Ln2),
        Close("a weight of the positive part", () => BceWithLogits(Tensor.Zeros<double>(2), Tensor.From([1.0, 0]), 1, Tensor.From([3.0, 5.0]), Reduction.None), [2], 3 * Ln2, Ln2),
        Close("both", () => BceWithLogits(Tensor.Zeros<double>(2), Tensor.From([1.0, 0]), Tensor.From([2.0, 4.0]), Tensor.Scalar(3.0), Reduction.None), [2], 6 * Ln2, 4 * Ln2),
        Close("numbers for weights", () => BceWithLogits(Tensor.Zeros<double>(2), Tensor.From([1.0, 0]), 2, 3, Reduction.Sum), [], 8 * Ln2),
        Close("large logits", () => BceWithLogits(Tensor.From([1000.0, -1000, 1000, -1000]), Tensor.From([1.0, 0, 0, 1]), reduction: Reduction.None), [4], 0, 0, 1000, 1000),
        Close("transposed", () => BceWithLogits(Tensor.Zeros<double>(3, 2).T, Tensor.Zeros<double>(2, 3), Tensor.Ones<double>(3, 2).T, 1, Reduction.Sum), [], 6 * Ln2),
        Value("the mean of nothing", () => BceWithLogits(Tensor.Zeros<float>(0), Tensor.Zeros<float>(0)), [], float.NaN),
        Value("nothing", () => BceWithLogits(Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 3), reduction: Reduction.None), [0, 3]),
        Gradient("the mean", x => BceWithLogits(x[0], Sigmoid(x[1])) * x[2], -2, 2, [3, 2], [3, 2], []),
        Gradient("weights", x => BceWithLogits(x[0].T, Sigmoid(x[1]), Tensor.From([1.0, 3.0, 2.0]), Tensor.From(new[,] { { 2.0 }, { 0.5 } }), Reduction.Sum), -2, 2, [3, 2], [2, 3]),
        Gradient("each", x => BceWithLogits(x[0], Sigmoid(x[1]), 2, 3, Reduction.None), -2, 2, [3, 2], [3, 2]),
        GradientValue("large logits", x => BceWithLogits(x, Tensor.From([1.0, 1, 0]), reduction: Reduction.Sum), [1000, -1000, 1000], 0, -1, 1),
        Refused(
            "BceWithLogits: y (2) does not match (...s): dimension 0 is 2, not 3; ...s is (3) from x",
            () => BceWithLogits(Tensor.Zeros<float>(3), Tensor.Zeros<float>(2))),
        Refused(
            "BceWithLogits: weight (2) cannot be expanded to (3): the last dimension is 2, neither 1 nor 3",
            () => BceWithLogits(Tensor.Zeros<float>(3), Tensor.Zeros<float>(3), Tensor.Ones<float>(2))),
        Refused(
            "BceWithLogits: posWeight (2, 3) has more dimensions than (3), to which it cannot be expanded",
            () => BceWithLogits(Tensor.Zeros<float>(3), Tensor.Zeros<float>(3), 1, Tensor.Ones<float>(2, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
