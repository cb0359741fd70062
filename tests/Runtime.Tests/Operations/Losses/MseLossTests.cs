using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Losses;

public sealed class MseLossTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("the mean", () => MseLoss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 6])), [], 13.0 / 3),
        Value("the sum", () => MseLoss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 6]), Reduction.Sum), [], 13.0),
        Value("each", () => MseLoss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 6]), Reduction.None), [3], 0.0, 4, 9),
        Value("scalars", () => MseLoss(Tensor.Scalar(1f), Tensor.Scalar(3f)), [], 4f),
        Value("transposed", () => MseLoss(Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).T, Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }), Reduction.Sum), [], 2f),
        Value("repeated", () => MseLoss(Tensor.Scalar(1f).Expand(2, 2), Tensor.Zeros<float>(2, 2)), [], 1f),
        Value("more than a block", () => MseLoss(Tensor.Ones<float>(100, 100), Tensor.Zeros<float>(100, 100), Reduction.Sum), [], 10_000f),
        Value("the mean of nothing", () => MseLoss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 3)), [], float.NaN),
        Value("the sum of nothing", () => MseLoss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 3), Reduction.Sum), [], 0f),
        Value("nothing", () => MseLoss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 3), Reduction.None), [0, 3]),
        Gradient("the mean", x => MseLoss(x[0], x[1]) * x[2], -2, 2, [3, 2], [3, 2], []),
        Gradient("the sum", x => MseLoss(x[0].T, x[1], Reduction.Sum), -2, 2, [3, 2], [2, 3]),
        Gradient("each", x => MseLoss(x[0], x[1].T, Reduction.None), -2, 2, [3, 2], [2, 3]),
        GradientValue("nothing", x => MseLoss(x.Reshape(0, 3), Tensor.Zeros<double>(0, 3)), []),
        Refused("MseLoss: y (2) does not match (...s): dimension 0 is 2, not 3; ...s is (3) from x", () => MseLoss(Tensor.Zeros<float>(3), Tensor.Zeros<float>(2))),
        Refused("MseLoss: reduction is 7; it must be one of 0 to 2", () => MseLoss(Tensor.Zeros<float>(3), Tensor.Zeros<float>(3), (Reduction)7)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
