using TypedTensors.Tests.Support;
using TypedTensors.UserOperations;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.UserOperations;

/// <summary>An element-wise operation declared in another assembly, in one file, is an operation like any other.</summary>
public sealed class SoftsignTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("elements", () => Tensor.From([-1.0, 0.0, 3.0]).Softsign(), [3], -0.5, 0, 0.75),
        Value("a scalar of another type", () => Tensor.Scalar(-3f).Softsign(), [], -0.75f),
        Value("nothing", () => Tensor.Zeros<float>(0, 2).Softsign(), [0, 2]),
        Gradient("elements", x => x[0].Softsign(), 0.5, 2, [2, 3]),
        Gradient("below zero", x => x[0].Softsign(), -2, -0.5, [7]),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
