using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Sorting;

public sealed class SortTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("along the last dimension", () => Sort(Tensor.From(new double[,] { { 3, 1, 2 }, { 4, 6, 5 } })).Values, [2, 3], 1, 2, 3, 4, 5, 6),
        Value("where they were", () => Sort(Tensor.From(new double[,] { { 3, 1, 2 }, { 4, 6, 5 } })).Indices, [2, 3], 1, 2, 0, 0, 2, 1),
        Value("along another, descending", () => Tensor.From(new double[,] { { 3, 1, 2 }, { 4, 6, 0 } }).Sort(0, descending: true).Values, [2, 3], 4, 6, 2, 3, 1, 0),
        Value("equal elements keep their order", () => Sort(Tensor.From([1, 0, 1, 0, 1])).Indices, [5], 1L, 3, 0, 2, 4),
        Value("equal elements keep their order descending", () => Sort(Tensor.From([1, 0, 1, 0, 1]), descending: true).Indices, [5], 0L, 2, 4, 1, 3),
        Value("NaN is the largest", () => Sort(Tensor.From([double.NaN, 1, double.PositiveInfinity, -1])).Values, [4], -1, 1, double.PositiveInfinity, double.NaN),
        Value("NaN comes first descending", () => Sort(Tensor.From([1, double.NaN, 2]), descending: true).Values, [3], double.NaN, 2, 1),
        Value("more than a run", () => Sort(Remainder(Tensor.Arange<long>(100) * 37L, 101L)).Values[Slice.Step(.., 33)], [4], [.. from i in (int[])[0, 33, 66, 99] select Enumerable.Range(0, 100).Select(n => (long)(n * 37 % 101)).Order().ElementAt(i)]),
        Value("strided", () => Sort(Tensor.From(new[,] { { 3, 1 }, { 2, 5 } }).T).Values, [2, 2], 2, 3, 1, 5),
        Value("a scalar", () => Sort(Tensor.Scalar(3.0), 0).Values, [], 3.0),
        Value("nothing", () => Sort(Tensor.Zeros<float>(2, 0)).Values, [2, 0]),
        GradientValue("goes back to where an element was", x => Sort(x).Values * Tensor.From([1.0, 2, 3]), [3, 1, 2], 3, 1, 2),
        Gradient("along the first dimension", x => Sort(x[0] + Tensor.From(new double[,] { { 3 }, { 9 }, { 6 } }), 0).Values, -1, 1, [3, 2]),
        Gradient("nothing", x => Sort(x[0]).Values, -1, 1, [0, 3]),
        Refused("Sort: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Sort(Tensor.Zeros<float>(2, 3), 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
