using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Convolution;

public sealed class ConvTranspose2dTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a window", () => ConvTranspose2d(Counting(1, 1, 2, 2), Counting(1, 1, 2, 2)), [1, 1, 3, 3], 0, 0, 1, 0, 4, 6, 4, 12, 9),
        Value("with a bias", () => Counting(1, 1, 2).ConvTranspose2d(Tensor.Ones<int>(1, 1, 1, 1), Tensor.From([10])), [1, 1, 2], 10, 11),
        Value("stride", () => ConvTranspose2d(Counting(1, 1, 1, 2) + 1, Tensor.Ones<int>(1, 1, 1, 1), stride: [1, 2]), [1, 1, 1, 3], 1, 0, 2),
        Value("a strided argument", () => ConvTranspose2d(Counting(1, 1, 2, 2).Transpose(2, 3), Counting(1, 1, 2, 2).Transpose(2, 3)), [1, 1, 3, 3], 0, 0, 4, 0, 4, 12, 1, 6, 9),
        Value("no images", () => ConvTranspose2d(Tensor.Zeros<int>(0, 1, 2, 2), Counting(1, 1, 2, 2)), [0, 1, 3, 3]),
        Gradient("with a bias", x => ConvTranspose2d(x[0], x[1], x[2]), -1, 1, [2, 2, 2, 3], [2, 3, 2, 2], [3]),
        Gradient("everything", x => ConvTranspose2d(x[0], x[1], x[2], [2, 1], [1, 1], [1, 0], [1, 2], 2), -1, 1, [1, 4, 3, 3], [4, 1, 2, 3], [2]),
        Gradient("a window of one element", x => ConvTranspose2d(x[0], x[1]), -1, 1, [2, 2, 2, 2], [2, 3, 1, 1]),
        Refused("ConvTranspose2d: weight (3, 1, 1, 1) does not match (shared(channels, groups), outputs, kh, kw): dimension 0 is 3, not 2; channels is 2 from x", () => ConvTranspose2d(Counting(1, 2, 2, 2), Counting(3, 1, 1, 1))),
        Refused("ConvTranspose2d: channels, which is 3, cannot be divided by groups, which is 2", () => ConvTranspose2d(Counting(1, 3, 2, 2), Counting(3, 1, 1, 1), groups: 2)),
        Refused("ConvTranspose2d: bias (1) does not match (outputs * entry(groups, 0, 1, 1)): dimension 0 is 1, not 2; outputs is 1 from weight", () => ConvTranspose2d(Counting(1, 2, 2, 2), Counting(2, 1, 1, 1), Counting(1), groups: 2)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
