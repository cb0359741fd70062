using System.Numerics;
using TypedTensors.Autograd;

namespace TypedTensors;

/// <summary>The pullbacks of normalizations by operations that record themselves.</summary>
internal static class RecordedNormalization
{
    /// <summary>The cotangents of the numbers, the factors and the summands.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="x">The numbers.</param>
    /// <param name="weight">The factors, or null.</param>
    /// <param name="bias">The summands, or null.</param>
    /// <param name="affine">The sizes with which factors and summands are broadcast to the numbers.</param>
    /// <param name="normalize">What comes before the factors, of recorded operations.</param>
    public static (Tensor<T> X, Tensor<T>? Weight, Tensor<T>? Bias) Pull<T>(
        Tensor<T> cotangent, Tensor<T> x, Tensor<T>? weight, Tensor<T>? bias, int[] affine, Func<Tensor<T>, Tensor<T>> normalize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>? ofBias = bias is null ? null : Ops.Reshape(RecordedArithmetic<T>.Instance.SumTo(cotangent, new Shape(affine)), bias.Shape.Sizes);
        if (weight is null)
            return (Composition.Pullback(cotangent, x, normalize), null, ofBias);
        (Tensor<T> ofX, Tensor<T> ofWeight) = Composition.Pullback(cotangent, x, weight, (numbers, factors) => normalize(numbers) * Ops.Reshape(factors, affine));
        return (ofX, ofWeight, ofBias);
    }

    /// <summary>Numbers brought to the mean 0 and the variance 1.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="dims">The dimensions that run through a group; where there are none, every number is a group.</param>
    /// <param name="eps">What is added to the variance.</param>
    public static Tensor<T> Normalize<T>(Tensor<T> x, int[] dims, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> difference = x - (dims.Length == 0 ? x : Ops.Mean(x, dims, keepDims: true));
        Tensor<T> square = Ops.Square(difference);
        return difference * Ops.ReciprocalSqrt((dims.Length == 0 ? square : Ops.Mean(square, dims, keepDims: true)) + T.CreateTruncating(eps));
    }
}
