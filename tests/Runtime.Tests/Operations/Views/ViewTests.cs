using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Views;

public sealed class ViewTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("a matrix", () => View(Tensor.Arange<int>(6), 2, 3), [2, 3], 0, 1, 2, 3, 4, 5),
        Value("with one size left open", () => View(Tensor.Arange<int>(6), -1, 2), [3, 2], 0, 1, 2, 3, 4, 5),
        Value("of a transposed matrix, rows kept apart", () => View(Tensor.Arange<int>(4).Reshape(2, 2).T, 2, 1, 2), [2, 1, 2], 0, 2, 1, 3),
        Value("a scalar", () => View(Tensor.Scalar(7), 1, 1), [1, 1], 7),
        Value("nothing", () => View(Tensor.Zeros<float>(0, 3), 3, 0), [3, 0]),
        Gradient("a matrix", x => View(x[0] + 0.0, 3, 2) * x[1], -1, 1, [2, 3], [3, 2]),
        Refused("View: the number of elements changes: x (2, 3) has 6, (4) has 4", () => View(Tensor.Zeros<float>(2, 3), 4)),
        Refused("View: shape has more than one -1; only one size can be inferred", () => View(Tensor.Zeros<float>(2, 3), -1, -1)),
        Refused(
            "View: x (3, 2) with strides (1, 3) has no window of shape (6); Reshape copies where that is needed", () => View(Tensor.Zeros<float>(2, 3).T, 6)),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    [Fact]
    public void AViewIsAWindow()
    {
        Tensor<int> x = Tensor.Arange<int>(6);
        Assert.True(View(x, 2, 3).SharesStorageWith(x));
    }
}
