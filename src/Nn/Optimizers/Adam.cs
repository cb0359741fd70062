using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Adam (Kingma and Ba, 2015), with weight decay and AMSGrad (Reddi et al., 2018).</summary>
/// <remarks>
/// With gradient <c>g</c>, parameter <c>p</c> and step <c>t</c> = 1, 2, ...: <c>g += weightDecay * p</c>;
/// <c>m = beta1 * m + (1 - beta1) * g</c>; <c>v = beta2 * v + (1 - beta2) * g * g</c>; AMSGrad takes the largest <c>v</c> so far;
/// <c>p -= learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)</c>.
/// </remarks>
public sealed class Adam : Optimizer
{
    /// <summary>Prepares Adam.</summary>
    /// <param name="parameters">Contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.</param>
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
        : base(parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(beta1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta1, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(beta2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta2, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        LearningRate = learningRate;
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
        WeightDecay = weightDecay;
        Amsgrad = amsgrad;
    }

    /// <summary>About how far an element moves in a step; it may change between steps.</summary>
    public double LearningRate
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How much of the mean of the gradients is kept at each step.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of the squared gradients is kept at each step.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the division from zero.</summary>
    public double Epsilon { get; }

    /// <summary>The multiple of the parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether to divide by the largest mean of squared gradients so far.</summary>
    public bool Amsgrad { get; }

    private protected override ParameterUpdate Prepare(Tensor<float> parameter) => new Update<float>(this, parameter);

    private protected override ParameterUpdate Prepare(Tensor<double> parameter) => new Update<double>(this, parameter);

    private sealed class Update<T>(Adam settings, Tensor<T> parameter) : ParameterUpdate<T>(parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private T[]? _mean;
        private T[]? _meanSquare;
        private T[]? _largestMeanSquare;

        protected override void Change(Span<T> elements, ReadOnlySpan<T> gradient)
        {
            _mean ??= new T[ElementCount];
            _meanSquare ??= new T[ElementCount];
            if (settings.Amsgrad)
                _largestMeanSquare ??= new T[ElementCount];

            // The corrections are computed in double, as they differ from 1 by little.
            double correction1 = 1 - Math.Pow(settings.Beta1, StepNumber);
            double correction2 = 1 - Math.Pow(settings.Beta2, StepNumber);
            Vector<T> stepSize = new(T.CreateChecked(settings.LearningRate / correction1));
            Vector<T> rootCorrection = new(T.CreateChecked(Math.Sqrt(correction2)));
            Vector<T> beta1 = new(T.CreateChecked(settings.Beta1)), rest1 = new(T.CreateChecked(1 - settings.Beta1));
            Vector<T> beta2 = new(T.CreateChecked(settings.Beta2)), rest2 = new(T.CreateChecked(1 - settings.Beta2));
            Vector<T> epsilon = new(T.CreateChecked(settings.Epsilon));
            Vector<T> weightDecay = new(T.CreateChecked(settings.WeightDecay));

            for (int i = 0; i < elements.Length; i += Vector<T>.Count)
            {
                Vector<T> p = PartialVector.Load<T>(elements, i);
                Vector<T> g = PartialVector.Load(gradient, i) + (weightDecay * p);
                Vector<T> m = (beta1 * PartialVector.Load<T>(_mean, i)) + (rest1 * g);
                Vector<T> v = (beta2 * PartialVector.Load<T>(_meanSquare, i)) + (rest2 * g * g);
                PartialVector.Store(m, _mean, i);
                PartialVector.Store(v, _meanSquare, i);
                if (_largestMeanSquare is not null)
                {
                    v = Vector.Max(v, PartialVector.Load<T>(_largestMeanSquare, i));
                    PartialVector.Store(v, _largestMeanSquare, i);
                }

                Vector<T> denominator = (Vector.SquareRoot(v) / rootCorrection) + epsilon;
                PartialVector.Store(p - (stepSize * m / denominator), elements, i);
            }
        }
    }
}
