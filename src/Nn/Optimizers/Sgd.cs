using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Stochastic gradient descent, with momentum, Nesterov's momentum and weight decay.</summary>
/// <remarks>
/// With gradient <c>g</c> and parameter <c>p</c>: <c>g += weightDecay * p</c>; with momentum, <c>buffer = g</c> at the first step and
/// <c>momentum * buffer + (1 - dampening) * g</c> later, and <c>g = g + momentum * buffer</c> with Nesterov's, else <c>buffer</c>;
/// then <c>p -= learningRate * g</c>. This is the form of Sutskever et al. (2013) that PyTorch computes.
/// </remarks>
public sealed class Sgd : Optimizer
{
    /// <summary>Prepares stochastic gradient descent.</summary>
    /// <param name="parameters">Contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.</param>
    /// <param name="learningRate">The length of a step, per unit of gradient.</param>
    /// <param name="momentum">The share of the last direction that is kept; 0 keeps none and needs no memory.</param>
    /// <param name="dampening">The share of the gradient that is left out of the direction, from the second step on.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum.</param>
    /// <param name="weightDecay">The multiple of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or a parameter cannot be optimized.</exception>
    public Sgd(
        IEnumerable<Tensor> parameters,
        double learningRate,
        double momentum = 0,
        double dampening = 0,
        bool nesterov = false,
        double weightDecay = 0)
        : base(parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(momentum);
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        if (nesterov && (momentum == 0 || dampening != 0))
            throw new ArgumentException("Sgd: Nesterov's momentum needs a momentum above 0 and no dampening", nameof(nesterov));
        LearningRate = learningRate;
        Momentum = momentum;
        Dampening = dampening;
        Nesterov = nesterov;
        WeightDecay = weightDecay;
    }

    /// <summary>The length of a step, per unit of gradient; it may change between steps.</summary>
    public double LearningRate
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>The share of the last direction that is kept.</summary>
    public double Momentum { get; }

    /// <summary>The share of the gradient that is left out of the direction, from the second step on.</summary>
    public double Dampening { get; }

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov { get; }

    /// <summary>The multiple of the parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    private protected override ParameterUpdate Prepare(Tensor<float> parameter) => new Update<float>(this, parameter);

    private protected override ParameterUpdate Prepare(Tensor<double> parameter) => new Update<double>(this, parameter);

    private sealed class Update<T>(Sgd settings, Tensor<T> parameter) : ParameterUpdate<T>(parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private T[]? _buffer;

        protected override void Change(Span<T> elements, ReadOnlySpan<T> gradient)
        {
            Vector<T> learningRate = new(T.CreateChecked(settings.LearningRate));
            Vector<T> weightDecay = new(T.CreateChecked(settings.WeightDecay));
            if (settings.Momentum == 0)
                Descend(elements, gradient, learningRate, weightDecay);
            else
                DescendWithMomentum(elements, gradient, learningRate, weightDecay);
        }

        private static void Descend(Span<T> elements, ReadOnlySpan<T> gradient, Vector<T> learningRate, Vector<T> weightDecay)
        {
            for (int i = 0; i < elements.Length; i += Vector<T>.Count)
            {
                Vector<T> p = PartialVector.Load<T>(elements, i);
                Vector<T> g = PartialVector.Load(gradient, i) + (weightDecay * p);
                PartialVector.Store(p - (learningRate * g), elements, i);
            }
        }

        private void DescendWithMomentum(Span<T> elements, ReadOnlySpan<T> gradient, Vector<T> learningRate, Vector<T> weightDecay)
        {
            _buffer ??= new T[ElementCount];
            bool isFirst = StepNumber == 1;
            Vector<T> momentum = new(T.CreateChecked(settings.Momentum));
            Vector<T> undamped = new(isFirst ? T.One : T.CreateChecked(1 - settings.Dampening));
            for (int i = 0; i < elements.Length; i += Vector<T>.Count)
            {
                Vector<T> p = PartialVector.Load<T>(elements, i);
                Vector<T> g = PartialVector.Load(gradient, i) + (weightDecay * p);

                // The buffer is zero before the first step.
                Vector<T> buffer = (momentum * PartialVector.Load<T>(_buffer, i)) + (undamped * g);
                PartialVector.Store(buffer, _buffer, i);
                Vector<T> direction = settings.Nesterov ? g + (momentum * buffer) : buffer;
                PartialVector.Store(p - (learningRate * direction), elements, i);
            }
        }
    }
}
