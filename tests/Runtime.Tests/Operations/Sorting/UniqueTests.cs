using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Sorting;

public sealed class UniqueTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("distinct and sorted", () => Unique(Tensor.From(new[,] { { 3, 1, 3 }, { 2, 1, 2 } })), [3], 1, 2, 3),
        Value("as a method, floating point", () => Tensor.From([2.5, -1, 2.5]).Unique(), [2], -1, 2.5),
        Value("every NaN is distinct", () => Unique(Tensor.From([double.NaN, 1, double.NaN])), [3], 1, double.NaN, double.NaN),
        Value("strided", () => Unique(Tensor.From(new[,] { { 3, 1 }, { 2, 1 } }).T), [3], 1, 2, 3),
        Value("a scalar", () => Unique(Tensor.Scalar(3)), [1], 3),
        Value("nothing", () => Unique(Tensor.Zeros<float>(2, 0)), [0]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
