using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class LinearTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("rows", () => Linear(Counting(2, 3), Counting(2, 3), Tensor.From([10, 20])), [2, 2], 15, 34, 24, 70),
        Value("without a bias", () => Linear(Counting(2, 3), Counting(2, 3)), [2, 2], 5, 14, 14, 50),
        Value("as a method", () => Counting(1, 3).Linear(Counting(1, 3), Tensor.From([1])) + Counting(1, 3).Linear(Counting(1, 3)), [1, 1], 11),
        Value("a vector", () => Linear(Counting(3), Counting(2, 3), Tensor.From([10, 20])), [2], 15, 34),
        Value("several leading dimensions", () => Linear(Counting(2, 1, 2), Counting(1, 2), Tensor.From([1])), [2, 1, 1], 2, 4),
        Value("strided", () => Linear(Counting(3, 2).T, Counting(3, 2).T, Counting(2, 2)[.., 0]), [2, 2], 20, 28, 26, 37),
        Value("no features", () => Linear(Tensor.Zeros<int>(2, 0), Tensor.Zeros<int>(1, 0), Tensor.From([7])), [2, 1], 7, 7),
        Value("nothing", () => Linear(Tensor.Zeros<int>(0, 2), Tensor.Zeros<int>(3, 2)), [0, 3]),
        Gradient("rows", x => Linear(x[0], x[1], x[2]), -1, 1, [2, 3], [4, 3], [4]),
        Gradient("without a bias", x => Linear(x[0], x[1]), -1, 1, [2, 3], [4, 3]),
        Gradient("a vector", x => Linear(x[0], x[1], x[2]), -1, 1, [3], [2, 3], [2]),
        Gradient("several leading dimensions", x => Linear(x[0], x[1], x[2]), -1, 1, [2, 2, 3], [2, 3], [2]),
        Gradient("no features", x => Linear(x[0], x[1], x[2]), -1, 1, [2, 0], [3, 0], [3]),
        Gradient("no rows", x => Linear(x[0], x[1], x[2]), -1, 1, [0, 2], [3, 2], [3]),
        Refused("Linear: weight (3, 2) does not match (outputs, features): dimension 1 is 2, not 3; features is 3 from x", () => Linear(Counting(2, 3), Counting(3, 2))),
        Refused("Linear: bias (3) does not match (outputs): dimension 0 is 3, not 2; outputs is 2 from weight", () => Linear(Counting(2, 3), Counting(2, 3), Counting(3))),
        Refused("Linear: bias (1) does not match (outputs): dimension 0 is 1, not 2; outputs is 2 from weight", () => Linear(Counting(2, 3), Counting(2, 3), Counting(1))),
        Refused("Linear: x () does not match (...batch, features): it has 0 dimensions, not at least 1", () => Linear(Tensor.Scalar(1), Counting(2, 3))),
        Refused("Linear: weight (3) does not match (outputs, features): it has 1 dimension, not 2", () => Linear(Counting(2, 3), Counting(3))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
