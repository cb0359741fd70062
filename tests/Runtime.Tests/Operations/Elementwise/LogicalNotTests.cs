using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class LogicalNotTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => LogicalNot(Tensor.From([true, false, true])), [3], false, true, false),
        Value("as an operator", () => !Tensor.From([true, false, true]), [3], false, true, false),
        Value("strided", () => !Tensor.From(new[,] { { true, false }, { false, false } }).Flatten()[Slice.Step(.., 2)], [2], false, true),
        Value("many", () => (!Tensor.Zeros<bool>(100)).To<int>().Sum(), [], 100L),
        Value("a scalar", () => LogicalNot(Tensor.Scalar(true)), [], false),
        Value("nothing", () => LogicalNot(Tensor.Zeros<bool>(0, 2)), [0, 2]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
