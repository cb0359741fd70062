namespace TypedTensors.Tests.Support;

/// <summary>One line of an operation's specification: a value, a gradient, or a refusal.</summary>
/// <param name="Name">What the line shows.</param>
/// <param name="Run">Checks it.</param>
public sealed record OperationCase(string Name, Action Run)
{
    /// <summary>The operation gives these values, with this shape.</summary>
    public static OperationCase Value<T>(string name, Func<Tensor<T>> operation, int[] shape, params T[] expected)
        where T : unmanaged => new(name, () =>
        {
            Tensor<T> result = operation();
            Assert.Equal(shape, result.Shape.Sizes.ToArray());
            Assert.Equal(expected, result.ToArray());
        });

    /// <summary>The operation gives these values up to rounding.</summary>
    public static OperationCase Close(string name, Func<Tensor<double>> operation, int[] shape, params double[] expected) => new(name, () =>
    {
        Tensor<double> result = operation();
        Assert.Equal(shape, result.Shape.Sizes.ToArray());
        double[] values = result.ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(expected[i]))
                Assert.Equal(expected[i], values[i], 1e-13 * (1 + Math.Abs(expected[i])));
            else
                Assert.Equal(expected[i], values[i]);
        }
    });

    /// <summary>
    /// The gradients by all inputs agree with central differences, for contiguous and for strided inputs, and so do the gradients of the gradients.
    /// </summary>
    /// <param name="name">What the line shows.</param>
    /// <param name="operation">The operation of the inputs.</param>
    /// <param name="low">The least value of an input.</param>
    /// <param name="high">The largest value of an input.</param>
    /// <param name="shapes">The shapes of the inputs.</param>
    public static OperationCase Gradient(
        string name, Func<Tensor<double>[], Tensor<double>> operation, double low, double high, params int[][] shapes) => new(name, () =>
        {
            Tensor<double>[] inputs = Inputs(low, high, shapes);
            GradientCheck.RunAlsoStrided(operation, inputs);
            GradientCheck.RunSecond(operation, inputs);
        });

    /// <summary>The gradients by all inputs agree with central differences; the gradients of the gradients are refused.</summary>
    /// <param name="name">What the line shows.</param>
    /// <param name="operation">The operation of the inputs.</param>
    /// <param name="low">The least value of an input.</param>
    /// <param name="high">The largest value of an input.</param>
    /// <param name="shapes">The shapes of the inputs.</param>
    public static OperationCase FirstGradient(
        string name, Func<Tensor<double>[], Tensor<double>> operation, double low, double high, params int[][] shapes) => new(name, () =>
        {
            Tensor<double>[] inputs = Inputs(low, high, shapes);
            GradientCheck.RunAlsoStrided(operation, inputs);
            Assert.Contains("cannot be differentiated again", Assert.Throws<NotSupportedException>(() => GradientCheck.RunSecond(operation, inputs)).Message, StringComparison.Ordinal);
        });

    /// <summary>The gradient has exactly these values; for points that are not smooth.</summary>
    public static OperationCase GradientValue(string name, Func<Tensor<double>, Tensor<double>> operation, double[] at, params double[] expected) => new(name, () =>
    {
        Tensor<double> x = Tensor.From(at).RequireGrad();
        Tensor<double> result = operation(x);
        result.Backward(Tensor.OnesLike(result));
        Assert.Equal(expected, x.Grad!.ToArray());
    });

    /// <summary>The operation is refused with exactly this message.</summary>
    public static OperationCase Refused(string message, Func<object> operation) => new(message, () =>
        Assert.Equal(message, Assert.Throws<ShapeException>(operation).Message));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Tensor<double>[] Inputs(double low, double high, int[][] shapes) =>
        [.. shapes.Select((shape, i) => GradientCheck.Random(new Shape(shape), low, high, seed: i + 1))];
}
