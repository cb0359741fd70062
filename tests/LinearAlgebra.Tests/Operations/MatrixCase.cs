using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Operations;

/// <summary>What the specifications of matrices have beside those of other operations.</summary>
internal static class MatrixCase
{
    /// <summary>The elements of a matrix do not allow the operation.</summary>
    public static OperationCase Fails(string message, Func<object> operation) =>
        new(message, () => Assert.Equal(message, Assert.Throws<MatrixException>(operation).Message));

    /// <summary>The operation runs, and its backward pass fails.</summary>
    public static OperationCase HasNoGradient(string message, Func<Tensor<double>, Tensor<double>> operation, Tensor<double> at) => new(message, () =>
    {
        Tensor<double> result = operation(at.RequireGrad());
        Assert.Equal(message, Assert.Throws<MatrixException>(() => result.Backward(Tensor.Arange<double>(result.Shape.ElementCount).Reshape(result.Shape.Sizes) + 1)).Message);
    });

    /// <summary>Two tensors are the same up to rounding.</summary>
    public static OperationCase Same(string name, Func<(Tensor<double> Actual, Tensor<double> Expected)> both) => new(name, () =>
    {
        (Tensor<double> actual, Tensor<double> expected) = both();
        Assert.Equal(expected.Shape, actual.Shape);
        foreach ((double value, double want) in actual.ToArray().Zip(expected.ToArray()))
            Assert.Equal(want, value, 1e-12 * (1 + Math.Abs(want)));
    });

    /// <summary>The gradient has these values up to rounding.</summary>
    public static OperationCase GradientClose(string name, Func<Tensor<double>, Tensor<double>> operation, Tensor<double> at, params double[] expected) => new(name, () =>
    {
        Tensor<double> x = at.RequireGrad();
        Tensor<double> result = operation(x);
        result.Backward(Tensor.OnesLike(result));
        foreach ((double value, double want) in x.Grad!.ToArray().Zip(expected))
            Assert.Equal(want, value, 1e-12 * (1 + Math.Abs(want)));
    });
}
