namespace TypedTensors.Nn;

/// <summary>Adam (Kingma and Ba, 2015), with weight decay and AMSGrad (Reddi et al., 2018).</summary>
/// <remarks>
/// With gradient <c>g</c>, parameter <c>p</c> and step <c>t</c> = 1, 2, ...: <c>g += weightDecay * p</c>;
/// <c>m = beta1 * m + (1 - beta1) * g</c>; <c>v = beta2 * v + (1 - beta2) * g * g</c>; AMSGrad takes the largest <c>v</c> so far;
/// <c>p -= learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)</c>.
/// </remarks>
public sealed class Adam : AdamOptimizer
{
    /// <summary>Prepares Adam.</summary>
    /// <param name="parameters">
    /// The parameters of a model, or contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.
    /// </param>
    /// <param name="learningRate">About how far an element moves in a step.</param>
    /// <param name="beta1">How much of the mean of the gradients is kept at each step.</param>
    /// <param name="beta2">How much of the mean of the squared gradients is kept at each step.</param>
    /// <param name="epsilon">Keeps the division from zero.</param>
    /// <param name="weightDecay">The multiple of the parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether to divide by the largest mean of squared gradients so far.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or a parameter cannot be optimized.</exception>
    public Adam(
        IEnumerable<Tensor> parameters,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false)
        : base(parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad)
    {
    }

    private protected override double CoupledDecay => WeightDecay;

    private protected override double Kept => 1;
}
