using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class PermuteTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("three dimensions", () => Permute(Tensor.Arange<int>(6).Reshape(1, 2, 3), 2, 0, 1), [3, 1, 2], 0, 3, 1, 4, 2, 5),
        Value("counted from the end", () => Tensor.Arange<int>(6).Reshape(2, 3).Permute(-1, 0), [3, 2], 0, 3, 1, 4, 2, 5),
        Value("a scalar", () => Permute(Tensor.Scalar(7)), [], 7),
        Value("nothing", () => Permute(Tensor.Zeros<float>(2, 0, 3), 1, 2, 0), [0, 3, 2]),
        Gradient("three dimensions", x => Permute(x[0], 2, 0, 1) * x[1], -1, 1, [2, 3, 2], [2, 2, 3]),
        Refused("Permute: axis 0 of x (2, 3) is given twice", () => Permute(Tensor.Zeros<float>(2, 3), 0, 0)),
        Refused("Permute: a permutation of 1 axis does not fit x (2, 3), which has 2 dimensions", () => Permute(Tensor.Zeros<float>(2, 3), 0)),
        Refused("Permute: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Permute(Tensor.Zeros<float>(2, 3), 0, 2)),
        Refused("Permute: a permutation of 0 axes does not fit x (2, 3), which has 2 dimensions", () => Permute(Tensor.Zeros<float>(2, 3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
