using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class Atan2Tests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => Atan2(Tensor.From([0.5, -1.0, 2.0]), Tensor.From([1.5, -2.0, 0.5])), [3], 0.3217505543966422, -2.677945044588987, 1.3258176636680326),
        Close("scalars", () => Atan2(Tensor.Scalar(0.5), Tensor.Scalar(1.5)), [], 0.3217505543966422),
        Close("a row and a column", () => Atan2(Tensor.From(new double[,] { { 0.5 }, { -1.0 } }), Tensor.From([1.5, -2.0])), [2, 2], 0.3217505543966422, 2.896613990462929, -0.5880026035475675, -2.677945044588987),
        Close("a number on the right", () => Atan2(Tensor.From([0.5, -1.0, 2.0]), 1.5), [3], 0.3217505543966422, -0.5880026035475675, 0.9272952180016122),
        Close("a number on the left", () => Atan2(0.5, Tensor.From([1.5, -2.0, 0.5])), [3], 0.3217505543966422, 2.896613990462929, 0.7853981633974483),
        Value("nothing", () => Atan2(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => Atan2(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => Atan2(Tensor.From([0.0, 0.0, -0.0, 1.0, double.PositiveInfinity, double.PositiveInfinity, double.NaN]), Tensor.From([1.0, -1.0, -1.0, 0.0, double.PositiveInfinity, double.NegativeInfinity, 1.0])), [7], 0, 3.141592653589793, -3.141592653589793, 1.5707963267948966, 0.7853981633974483, 2.356194490192345, double.NaN),
        Gradient("vectors", x => Atan2(x[0], x[1]), 0.5, 2, [5], [5]),
        Gradient("scalars", x => Atan2(x[0], x[1]), 0.5, 2, [], []),
        Gradient("broadcast rows", x => Atan2(x[0], x[1]), 0.5, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => Atan2(x[0], x[1]), 0.5, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => Atan2(x[0], x[1]), 0.5, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => Atan2(x[0], x[1]), 0.5, 2, [0, 3], [3]),
        Refused(
            "Atan2: shapes do not broadcast: y (3, 5) and x (3, 4) differ in the last dimension, 5 against 4",
            () => Atan2(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "Atan2: shapes do not broadcast: y (2, 3) and x (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Atan2(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
