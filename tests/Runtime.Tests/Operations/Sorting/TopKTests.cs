using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Sorting;

public sealed class TopKTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("the largest", () => TopK(Tensor.From(new double[,] { { 3, 1, 2 }, { 4, 6, 5 } }), 2).Values, [2, 2], 3, 2, 6, 5),
        Value("where they were", () => TopK(Tensor.From(new double[,] { { 3, 1, 2 }, { 4, 6, 5 } }), 2).Indices, [2, 2], 0, 2, 1, 2),
        Value("the smallest along another dimension", () => Tensor.From(new double[,] { { 3, 1 }, { 4, 0 }, { 2, 5 } }).TopK(2, dim: 0, largest: false).Values, [2, 2], 2, 0, 3, 1),
        Value("the earlier of equal ones", () => TopK(Tensor.From([1, 1, 1]), 2).Indices, [2], 0L, 1),
        Value("NaN is the largest", () => TopK(Tensor.From([1, double.NaN, 2]), 2).Values, [2], double.NaN, 2),
        Value("all", () => TopK(Tensor.From([1.0, 3, 2]), 3).Values, [3], 3, 2, 1),
        Value("none", () => TopK(Tensor.From([1.0, 3, 2]), 0).Values, [0]),
        Value("nothing", () => TopK(Tensor.Zeros<float>(0, 3), 2).Values, [0, 2]),
        GradientValue("goes back to where an element was", x => TopK(x, 2).Values * Tensor.From([1.0, 2]), [3, 1, 2], 1, 0, 2),
        Gradient("along the first dimension", x => TopK(x[0] + Tensor.From(new double[,] { { 3 }, { 9 }, { 6 } }), 2, 0).Values, -1, 1, [3, 2]),
        Refused("TopK: k is 4, more than the 3 in dimension 1 of x (2, 3)", () => TopK(Tensor.Zeros<float>(2, 3), 4)),
        Refused("TopK: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => TopK(Tensor.Zeros<float>(2, 3), 1, 2)),
        Refused("TopK: k is -1; it cannot be negative", () => TopK(Tensor.Zeros<float>(2, 3), -1)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
