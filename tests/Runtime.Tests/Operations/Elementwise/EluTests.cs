using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Elementwise;

public sealed class EluTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Close("pairs of elements", () => Elu(Tensor.From([0.5, -1.0, -2.0]), Tensor.From([0.1, 0.2, 0.3])), [3], 0.5, -0.12642411176571153, -0.2593994150290162),
        Close("scalars", () => Elu(Tensor.Scalar(0.5), Tensor.Scalar(0.1)), [], 0.5),
        Close("a row and a column", () => Elu(Tensor.From(new double[,] { { 0.5 }, { -1.0 } }), Tensor.From([0.1, 0.2])), [2, 2], 0.5, 0.5, -0.06321205588285576, -0.12642411176571153),
        Close("a number on the right", () => Elu(Tensor.From([0.5, -1.0, -2.0]), 0.1), [3], 0.5, -0.06321205588285576, -0.08646647167633874),
        Value("nothing", () => Elu(Tensor.Zeros<double>(0, 3), Tensor.Ones<double>(3)), [0, 3]),
        Value("nothing against a dimension of one", () => Elu(Tensor.Zeros<double>(2, 0), Tensor.Ones<double>(2, 1)), [2, 0]),
        Close("the edges", () => Elu(Tensor.From([0.0, -1e-10, double.PositiveInfinity, double.NegativeInfinity, double.NaN]), Tensor.From([0.5, 0.5, 0.5, 0.5, 0.5])), [5], 0, -4.9999999997500004e-11, double.PositiveInfinity, -0.5, double.NaN),
        Gradient("vectors", x => Elu(x[0], x[1]), 0.5, 2, [5], [5]),
        Gradient("scalars", x => Elu(x[0], x[1]), 0.5, 2, [], []),
        Gradient("broadcast rows", x => Elu(x[0], x[1]), 0.5, 2, [3, 4], [4]),
        Gradient("broadcast both ways", x => Elu(x[0], x[1]), 0.5, 2, [3, 1], [1, 4]),
        Gradient("broadcast in the middle", x => Elu(x[0], x[1]), 0.5, 2, [2, 1, 3], [2, 4, 1]),
        Gradient("nothing", x => Elu(x[0], x[1]), 0.5, 2, [0, 3], [3]),
        Gradient("below zero", x => Elu(x[0], x[1]), -2, -0.5, [3, 4], [4]),
        GradientValue("at zero", x => Elu(x, 0.25), [0, 1], 0.25, 1),
        Close("the default factor", () => Tensor.From([2.0, -1.0]).Elu(), [2], 2, -0.6321205588285577),
        Refused(
            "Elu: shapes do not broadcast: x (3, 5) and alpha (3, 4) differ in the last dimension, 5 against 4",
            () => Elu(Tensor.Zeros<double>(3, 5), Tensor.Zeros<double>(3, 4))),
        Refused(
            "Elu: shapes do not broadcast: x (2, 3) and alpha (4, 1) differ in dimension 2 from the right, 2 against 4",
            () => Elu(Tensor.Zeros<double>(2, 3), Tensor.Zeros<double>(4, 1))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();
}
