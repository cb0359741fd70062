using TypedTensors.Tests.Support;

namespace TypedTensors.Tests.Compiled;

/// <summary>Generated code calls the operations and agrees with eager code, which is held against central differences.</summary>
public sealed class CompiledTests
{
    private static readonly Tensor<double> Covariance = GradientCheck.Random(new Shape(3, 3), -1, 1) + (4 * Tensor.Eye<double>(3));

    [Fact]
    public void Likelihood()
    {
        Tensor<double> rows = GradientCheck.Random(new Shape(4, 3), -1, 1);
        GradientCheck.Run(x => Programs.Likelihood(x[0], x[1]), rows, Covariance);
        var (value, ofRows, ofCovariance) = Programs.LikelihoodAndGradients(rows, Covariance);
        Agrees(x => Programs.Likelihood(x[0], x[1]), value, [rows, Covariance], [ofRows, ofCovariance]);
    }

    [Fact]
    public void Spectrum()
    {
        Tensor<double> a = GradientCheck.Random(new Shape(2, 3, 3), -1, 1) + (4 * Tensor.Eye<double>(3));
        GradientCheck.Run(x => Programs.Spectrum(x[0]), a);
        var (value, gradient) = Programs.SpectrumAndGradients(a);
        Agrees(x => Programs.Spectrum(x[0]), value, [a], [gradient]);
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(3, 3)]
    [InlineData(2, 4)]
    public void Decompositions(int rows, int columns)
    {
        Tensor<double> a = GradientCheck.Random(new Shape(2, rows, columns), -2, 2);
        GradientCheck.Run(x => Programs.Decompositions(x[0]), a);
        var (value, gradient) = Programs.DecompositionsAndGradients(a);
        Agrees(x => Programs.Decompositions(x[0]), value, [a], [gradient]);
    }

    [Fact]
    public void WithoutDerivative()
    {
        Tensor<float> covariance = Covariance.To<float>();
        Assert.Equal(Programs.Whitening(covariance).ToArray(), Programs.WhiteningCompiled(covariance).ToArray());
        Assert.Equal("Cholesky: the matrix a is not positive definite", Assert.Throws<MatrixException>(() => Programs.WhiteningCompiled(-covariance)).Message);
    }

    private static void Agrees(Func<Tensor<double>[], Tensor<double>> eager, double value, Tensor<double>[] inputs, Tensor<double>[] gradients)
    {
        var leaves = Array.ConvertAll(inputs, input => Tensor.From(input.ToArray(), input.Shape.Sizes).RequireGrad());
        Tensor<double> result = eager(leaves);
        result.Backward();
        Assert.Equal(result.Item(), value, 1e-12 * (1 + Math.Abs(value)));
        foreach ((Tensor<double> leaf, Tensor<double> gradient) in leaves.Zip(gradients))
        {
            foreach ((double expected, double actual) in leaf.Grad!.ToArray().Zip(gradient.ToArray()))
                Assert.Equal(expected, actual, 1e-12 * (1 + Math.Abs(expected)));
        }
    }
}
