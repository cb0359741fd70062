using TypedTensors.Tests.Support;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class NeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("doubles, and NaN", () => Tensor.From([1.0, 2.0, 3.0, double.NaN]).Ne(Tensor.From([2.0, 2.0, 2.0, double.NaN])), [4], true, false, true, true),
        Value("a number", () => Tensor.From([1f, 2f, 3f]).Ne(2f), [3], true, false, true),
        Value("integers", () => Tensor.From([1, 2, 3]).Ne(Tensor.From([2])), [3], true, false, true),
        Value("a row and a column", () => Tensor.From(new double[,] { { 1 }, { 2 } }).Ne(Tensor.From([1.0, 2.0])), [2, 2], false, true, true, false),
        Value("scalars", () => Tensor.Scalar(1).Ne(Tensor.Scalar(1)), [], false),
        Value("nothing", () => Tensor.Zeros<float>(0, 3).Ne(Tensor.Zeros<float>(3)), [0, 3]),
        Refused(
            "Ne: shapes do not broadcast: left (2) and right (3) differ in the last dimension, 2 against 3",
            () => Tensor.Zeros<float>(2).Ne(Tensor.Zeros<float>(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
