using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class UnsqueezeTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("in front", () => Unsqueeze(Tensor.From([1, 2]), 0), [1, 2], 1, 2),
        Value("at the end", () => Tensor.From([1, 2]).Unsqueeze(-1), [2, 1], 1, 2),
        Value("between", () => Unsqueeze(Tensor.Arange<int>(6).Reshape(2, 3).T, 1), [3, 1, 2], 0, 3, 1, 4, 2, 5),
        Value("a scalar", () => Unsqueeze(Tensor.Scalar(7), 0), [1], 7),
        Value("nothing", () => Unsqueeze(Tensor.Zeros<float>(0), 1), [0, 1]),
        Gradient("between", x => Unsqueeze(x[0], 1) * x[1], -1, 1, [2, 3], [2, 1, 3]),
        Refused("Unsqueeze: a new axis cannot stand at 3 in x (2, 3), which has 2 dimensions", () => Unsqueeze(Tensor.Zeros<float>(2, 3), 3)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
