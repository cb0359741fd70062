using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;
using static TypedTensors.UserOperations.OuterOperation;

namespace TypedTensors.Tests.UserOperations;

/// <summary>A structured operation declared in another assembly, in one file, is an operation like any other.</summary>
public sealed class OuterTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("vectors", () => OuterOfRows(Tensor.From([1, 2]), Tensor.From([3, 4, 5])), [2, 3], 3, 4, 5, 6, 8, 10),
        Value("a batch", () => OuterOfRows(Tensor.From(new[,] { { 1.0 }, { 2.0 } }), Tensor.From(new[,] { { 3.0, 4.0 }, { 5.0, 6.0 } })), [2, 1, 2], 3, 4, 10, 12),
        Value("nothing", () => OuterOfRows(Tensor.Zeros<float>(0), Tensor.Ones<float>(3)), [0, 3]),
        Gradient("vectors", x => OuterOfRows(x[0], x[1]), -1, 1, [2], [3]),
        Gradient("a batch", x => OuterOfRows(x[0], x[1]), -1, 1, [2, 3], [2, 2]),
        Gradient("the same operand twice", x => OuterOfRows(x[0], x[0]), -1, 1, [[3]]),
        Refused(
            "OuterOfRows: right (4, 3) does not match (...batch, m): dimension 0 is 4, not 2; ...batch is (2) from left",
            () => OuterOfRows(Tensor.Zeros<float>(2, 3), Tensor.Zeros<float>(4, 3))),
        Refused(
            "OuterOfRows: left () does not match (...batch, n): it has 0 dimensions, not 1",
            () => OuterOfRows(Tensor.Scalar(1f), Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
