using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class ClampTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("numbers as bounds", () => Clamp(Tensor.From([-2.0, 0.5, 3.0]), -1.0, 1.0), [3], -1, 0.5, 1),
        Value("as a method", () => Tensor.From([-2.0, 0.5, 3.0]).Clamp(-1.0, 1.0), [3], -1, 0.5, 1),
        Value("tensors as bounds", () => Tensor.From([-2.0, 0.5, 3.0]).Clamp(Tensor.From([-3.0, 1.0, 1.0]), Tensor.Scalar(2.0)), [3], -2, 1, 2),
        Value("all three broadcast", () => Clamp(Tensor.From(new double[,] { { 0 }, { 5 } }), Tensor.From([1.0, 2.0, -1.0]), Tensor.Scalar(4.0)), [2, 3], 1, 2, 0, 4, 4, 4),
        Value("a scalar", () => Clamp(Tensor.Scalar(3), 0, 2), [], 2),
        Value("integers", () => Clamp(Tensor.From([-5, 1, 9]), 0, 2), [3], 0, 1, 2),
        Value("nothing", () => Clamp(Tensor.Zeros<float>(0, 3), 0f, 1f), [0, 3]),
        Value("the upper bound counts where the bounds are the wrong way round", () => Clamp(Tensor.From([-2.0, 0.5, 3.0]), 2.0, 1.0), [3], 1, 1, 1),
        Value("the ends", () => Clamp(Tensor.From([double.NaN, double.PositiveInfinity, double.NegativeInfinity]), -1.0, 1.0), [3], double.NaN, 1, -1),
        Gradient("elements", x => Clamp(x[0], -1.0, 1.0), -0.9, 0.9, [2, 3]),
        Gradient("broadcast bounds", x => Clamp(x[0], x[1] - 3.0, x[2] + 3.0), -1, 1, [2, 1], [3], []),
        Gradient("by the lower bound", x => Clamp(x[0], x[1] + 3.0, x[2] + 6.0), -1, 1, [2, 3], [3], [2, 1]),
        Gradient("by the upper bound", x => Clamp(x[0] + 6.0, x[1], x[2] + 3.0), -1, 1, [2, 3], [3], [2, 1]),
        Gradient("nothing", x => Clamp(x[0], x[1], x[2]), -1, 1, [0, 3], [3], []),
        GradientValue("of elements at the bounds", x => Clamp(x, -1.0, 1.0), [-1, 1, -2, 2, 0], 1, 1, 0, 0, 1),
        GradientValue("of bounds at the element", x => Clamp(Tensor.From([1.0, 2.0]), x, Tensor.Scalar(2.0)), [1, 1], 0, 0),
        Refused(
            "Clamp: shapes do not broadcast: x (3) and min (2) differ in the last dimension, 3 against 2",
            () => Clamp(Tensor.Zeros<float>(3), Tensor.Zeros<float>(2), Tensor.Zeros<float>(3))),
        Refused(
            "Clamp: shapes do not broadcast: the operands before (3) and max (2) differ in the last dimension, 3 against 2",
            () => Clamp(Tensor.Zeros<float>(3), Tensor.Zeros<float>(3), Tensor.Zeros<float>(2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
