namespace TypedTensors.Nn;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with AMSGrad (Reddi et al., 2018).</summary>
/// <remarks>
/// As <see cref="Adam"/> without weight decay, but that a step begins with <c>p *= 1 - learningRate * weightDecay</c>: the decay is
/// not divided by the size of the gradients, as it is where it enters through them. This is the form and these are the defaults of
/// PyTorch.
/// </remarks>
public sealed class AdamW : AdamOptimizer
{
    /// <summary>Prepares Adam with decoupled weight decay.</summary>
    /// <param name="parameters">
    /// The parameters of a model, or contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.
    /// </param>
    /// <param name="learningRate">About how far an element moves in a step.</param>
    /// <param name="beta1">How much of the mean of the gradients is kept at each step.</param>
    /// <param name="beta2">How much of the mean of the squared gradients is kept at each step.</param>
    /// <param name="epsilon">Keeps the division from zero.</param>
    /// <param name="weightDecay">The share of the parameter that a step takes away, per unit of learning rate.</param>
    /// <param name="amsgrad">Whether to divide by the largest mean of squared gradients so far.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or a parameter cannot be optimized.</exception>
    public AdamW(
        IEnumerable<Tensor> parameters,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false)
        : base(parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad)
    {
    }

    private protected override double CoupledDecay => 0;

    private protected override double Kept => 1 - (LearningRate * WeightDecay);
}
