using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Reductions;

public sealed class StdTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("over all", () => Std(Tensor.From([1.0, 3.0, 5.0])), [], 2),
        Value("over all, of all there are", () => Std(Tensor.From([1.0, 5.0]), correction: 0), [], 2),
        Value("over one dimension", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 8.0 } }).Std(0, correction: 0), [2], 1, 3),
        Value("over the last, kept", () => Tensor.From(new[,] { { 1f, 3f, 5f }, { 3f, 6f, 9f } }).Std(-1, keepDims: true), [2, 1], 2f, 3f),
        Value("of a transposed matrix", () => Tensor.From(new[,] { { 1.0, 2.0 }, { 3.0, 8.0 } }).T.Std(1, correction: 0), [2], 1, 3),
        Value("of one", () => Std(Tensor.Scalar(7.0)), [], double.NaN),
        Value("of nothing", () => Std(Tensor.Zeros<double>(0, 2), 0), [2], double.NaN, double.NaN),
        Value("of nothing to nothing", () => Std(Tensor.Zeros<float>(0, 3), 1), [0]),
        Gradient("over all", x => Std(x[0]) * x[1], -1, 1, [2, 3], []),
        Gradient("over the middle", x => Std(x[0], 1) * x[1], -1, 1, [2, 3, 2], [2, 2]),
        Gradient("over two, kept", x => Std(x[0], [0, 2], keepDims: true) * x[1], -1, 1, [2, 3, 2], [1, 3, 1]),
        Gradient("over a long row", x => Std(x[0], 1) * x[1], -1, 1, [2, 41], [2]),
        Gradient("of all there are", x => Std(x[0], 0, correction: 0) * x[1], -1, 1, [3, 2], [2]),
        Gradient("of nothing", x => Sum(Std(x[0], 1)), -1, 1, [0, 2]),
        GradientValue("of equal ones", x => Std(x), [2, 2], 0, 0),
        GradientValue("of one", x => Std(x), [2], double.NaN),
        Refused("Std: axis 2 is out of range for x (2, 3), which has 2 dimensions", () => Std(Tensor.Zeros<float>(2, 3), 2)),
        Refused("Std: axis 0 of x (2, 3) is given twice", () => Std(Tensor.Zeros<float>(2, 3), [0, -2])),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
