using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Losses;

public sealed class L1LossTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("the mean", () => L1Loss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 7])), [], 2.0),
        Value("the sum", () => L1Loss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 7]), Reduction.Sum), [], 6.0),
        Value("each", () => L1Loss(Tensor.From([1.0, 2, 3]), Tensor.From([1.0, 0, 7]), Reduction.None), [3], 0.0, 2, 4),
        Value("scalars", () => L1Loss(Tensor.Scalar(1f), Tensor.Scalar(3f)), [], 2f),
        Value("transposed", () => L1Loss(Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).T, Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }), Reduction.Sum), [], 2f),
        Value("NaN", () => L1Loss(Tensor.From([1f, float.NaN]), Tensor.From([1f, 0f]), Reduction.None), [2], 0f, float.NaN),
        Value("the mean of nothing", () => L1Loss(Tensor.Zeros<float>(0), Tensor.Zeros<float>(0)), [], float.NaN),
        Value("nothing", () => L1Loss(Tensor.Zeros<float>(0, 3), Tensor.Zeros<float>(0, 3), Reduction.None), [0, 3]),
        GradientValue("equal elements", x => L1Loss(x, Tensor.From([1.0, 1.0, 1.0]), Reduction.Sum), [0, 1, 2], -1, 0, 1),
        Gradient("the mean", x => L1Loss(x[0] + 3.0, x[1]) * x[2], -1, 1, [3, 2], [3, 2], []),
        Gradient("each", x => L1Loss(x[0] + 3.0, x[1].T, Reduction.None), -1, 1, [3, 2], [2, 3]),
        Refused("L1Loss: y () does not match (...s): it has 0 dimensions, not 1", () => L1Loss(Tensor.Zeros<float>(3), Tensor.Scalar(1f))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
