using static TypedTensors.LinearAlgebra;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Compiled;

/// <summary>Annotated methods that call every operation; the generator gives each a compiled form.</summary>
internal static partial class Programs
{
    /// <summary>The negative log-likelihood of rows under a normal distribution, but for a constant.</summary>
    [Differentiable]
    [return: Shape]
    public static Tensor<double> Likelihood([Shape("n, d")] Tensor<double> rows, [Shape("d, d")] Tensor<double> covariance)
    {
        Tensor<double> logarithm = SlogDet(covariance).LogAbsDet;
        return Sum(rows * Solve(covariance, rows.T).T) + logarithm + Sum(Cholesky(covariance)) + Determinant(covariance);
    }

    [Differentiable]
    [return: Shape]
    public static Tensor<double> Spectrum([Shape("b, n, n")] Tensor<double> a) =>
        Sum(Tanh(EigenvaluesSymmetric(a))) + Sum(Inverse(a) * a.T);

    [Differentiable]
    [return: Shape]
    public static Tensor<double> Decompositions([Shape("b, m, n")] Tensor<double> a)
    {
        var (q, r) = Qr(a);
        var (u, s, v) = Svd(a);
        return Sum(Square(q).MatMul(Tanh(r))) + Sum((u * Tanh(s).Unsqueeze(-2)).MatMul(v.T));
    }

    [Compiled]
    [return: Shape("n, n")]
    public static Tensor<float> Whitening([Shape("n, n")] Tensor<float> covariance) => Inverse(Cholesky(covariance)) * 2f;
}
