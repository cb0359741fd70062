using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class SplitTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("pieces of a size", () => Split(Tensor.Arange<int>(6).Reshape(3, 2), 2)[0], [2, 2], 0, 1, 2, 3),
        Value("the last may be smaller", () => Split(Tensor.Arange<int>(6).Reshape(3, 2), 2)[1], [1, 2], 4, 5),
        Value("along another dimension", () => Tensor.Arange<int>(6).Reshape(2, 3).Split(2, dim: -1)[1], [2, 1], 2, 5),
        Value("pieces of given sizes", () => Tensor.Arange<int>(6).Split([1, 3, 2])[1], [3], 1, 2, 3),
        Value("a piece of nothing", () => Tensor.Arange<int>(2).Split([0, 2])[0], [0]),
        Value("of nothing one piece", () => Split(Tensor.Zeros<int>(0, 2), 3)[0], [0, 2]),
        Value("strided", () => Tensor.Arange<int>(6).Reshape(2, 3).T.Split(2)[1], [1, 2], 2, 5),
        Value("chunks", () => Chunk(Tensor.Arange<int>(5), 3)[2], [1], 4),
        Value("chunks along another dimension", () => Tensor.Arange<int>(6).Reshape(2, 3).Chunk(2, 1)[0], [2, 2], 0, 1, 3, 4),
        GradientValue("of one piece", x => Split(x, 2)[1], [1, 2, 3], 0, 0, 1),
        Gradient("of all pieces", x => Split(x[0], 2, 1)[0] * Split(x[0], [2, 2], 1)[1] + Chunk(x[0], 2, 1)[1], -1, 1, [3, 4]),
        Refused("Split: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Split(Tensor.Zeros<int>(2, 3), 1, 2)),
        Refused("Split: size is 0; a piece of x (2, 3) has at least 1 position of dimension 1", () => Split(Tensor.Zeros<int>(2, 3), 0, 1)),
        Refused("Split: the sizes [1, 1] do not add up to the 3 in dimension 1 of x (2, 3)", () => Split(Tensor.Zeros<int>(2, 3), [1, 1], 1)),
        Refused("Split: the sizes [4, -1] do not add up to the 3 in dimension 1 of x (2, 3)", () => Split(Tensor.Zeros<int>(2, 3), [4, -1], 1)),
        Refused("Chunk: chunks is 0; x (2, 3) is cut into at least 1 piece along dimension 0", () => Chunk(Tensor.Zeros<int>(2, 3), 0)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Theory]
    [InlineData(5, 3, 3)]
    [InlineData(4, 3, 2)]
    [InlineData(2, 5, 2)]
    [InlineData(0, 3, 3)]
    public void ThereMayBeFewerChunks(int length, int chunks, int expected) => Assert.Equal(expected, Tensor.Zeros<int>(length).Chunk(chunks).Length);

    [Fact]
    public void PiecesShareTheStorage()
    {
        Tensor<int> x = Tensor.Zeros<int>(4);
        x.Split(2)[1].Fill(7);
        Assert.Equal([0, 0, 7, 7], x.ToArray());
    }
}
