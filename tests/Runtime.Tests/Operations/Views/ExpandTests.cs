using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class ExpandTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a dimension in front", () => Expand(Tensor.From([1, 2]), 3, 2), [3, 2], 1, 2, 1, 2, 1, 2),
        Value("a dimension of size 1", () => Tensor.From(new[,] { { 1 }, { 2 } }).Expand(-1, 3), [2, 3], 1, 1, 1, 2, 2, 2),
        Value("a scalar", () => Expand(Tensor.Scalar(7), 2, 2), [2, 2], 7, 7, 7, 7),
        Value("nothing new", () => Expand(Tensor.From([1, 2]), 2), [2], 1, 2),
        Value("to nothing", () => Expand(Tensor.From([7]), 2, 0), [2, 0]),
        Gradient("both", x => Expand(x[0], 4, 2, 3) * x[1], -1, 1, [2, 1], [4, 2, 3]),
        Gradient("to nothing", x => Expand(x[0], 0), -1, 1, [1]),
        Refused(
            "Expand: x (2, 3) cannot be expanded to (2, 4): the last dimension is 3, neither 1 nor 4",
            () => Expand(Tensor.Zeros<float>(2, 3), 2, 4)),
        Refused("Expand: x (2, 3) has more dimensions than (3), to which it cannot be expanded", () => Expand(Tensor.Zeros<float>(2, 3), 3)),
        Refused("Expand: size 0 of shape is -1, but there is no dimension whose size it could keep", () => Expand(Tensor.Zeros<float>(3), -1, 3)),
        Refused("Expand: size 0 of shape is -2; a size cannot be negative", () => Expand(Tensor.Zeros<float>(1), -2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
