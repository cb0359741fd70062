using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

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
    /// <param name="parameters">
    /// The parameters of a model, or contiguous tensors of <see cref="float"/> or <see cref="double"/> that require a gradient, none twice.
    /// </param>
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

    internal override int StateCount => Momentum == 0 ? 0 : 1;

    internal override void Change<T>(int step, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
    {
        if (Momentum == 0)
            UpdateLoop.Run<Descent<T>, T>(new(this), parameters, gradients, state);
        else
            UpdateLoop.Run<MomentumDescent<T>, T>(new(this, isFirst: step == 1), parameters, gradients, state);
    }

    private readonly struct Descent<T>(Sgd settings) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T _learningRate = T.CreateChecked(settings.LearningRate);
        private readonly T _weightDecay = T.CreateChecked(settings.WeightDecay);

        public int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes parameter, TLanes gradient, ref TLanes first, ref TLanes second, ref TLanes third)
            where TLanes : struct, ILanes<TLanes, T> =>
            parameter - (TLanes.Broadcast(_learningRate) * (gradient + (TLanes.Broadcast(_weightDecay) * parameter)));
    }

    private readonly struct MomentumDescent<T>(Sgd settings, bool isFirst) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T _learningRate = T.CreateChecked(settings.LearningRate);
        private readonly T _weightDecay = T.CreateChecked(settings.WeightDecay);
        private readonly T _momentum = T.CreateChecked(settings.Momentum);

        // The buffer is zero before the first step, which makes it the gradient.
        private readonly T _undamped = isFirst ? T.One : T.CreateChecked(1 - settings.Dampening);

        // With Nesterov's the direction is gradient + momentum * buffer, else the buffer.
        private readonly T _ofGradient = settings.Nesterov ? T.One : T.Zero;
        private readonly T _ofBuffer = settings.Nesterov ? T.CreateChecked(settings.Momentum) : T.One;

        public int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes parameter, TLanes gradient, ref TLanes first, ref TLanes second, ref TLanes third)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes g = gradient + (TLanes.Broadcast(_weightDecay) * parameter);
            first = (TLanes.Broadcast(_momentum) * first) + (TLanes.Broadcast(_undamped) * g);
            TLanes direction = (TLanes.Broadcast(_ofGradient) * g) + (TLanes.Broadcast(_ofBuffer) * first);
            return parameter - (TLanes.Broadcast(_learningRate) * direction);
        }
    }
}
