using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Nn;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share: they differ in how weight decay enters.</summary>
public abstract class AdamOptimizer : Optimizer
{
    private protected AdamOptimizer(
        IEnumerable<Tensor> parameters, double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsgrad)
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

    /// <summary>How strongly the parameters are drawn to zero.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether to divide by the largest mean of squared gradients so far.</summary>
    public bool Amsgrad { get; }

    internal sealed override int StateCount => Amsgrad ? 3 : 2;

    /// <summary>The multiple of the parameter that is added to its gradient.</summary>
    private protected abstract double CoupledDecay { get; }

    /// <summary>The share of the parameter that is left before the step.</summary>
    private protected abstract double Kept { get; }

    internal sealed override void Change<T>(int step, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
    {
        if (Amsgrad)
            UpdateLoop.Run<Update<WithLargest, T>, T>(new(this, step), parameters, gradients, state);
        else
            UpdateLoop.Run<Update<WithoutLargest, T>, T>(new(this, step), parameters, gradients, state);
    }

    /// <summary>Which mean of squares divides, as a type, so that the choice is none in the loop.</summary>
    private interface IVariant
    {
        static abstract bool TakesLargest { get; }
    }

    private readonly struct WithLargest : IVariant
    {
        public static bool TakesLargest => true;
    }

    private readonly struct WithoutLargest : IVariant
    {
        public static bool TakesLargest => false;
    }

    private readonly struct Update<TVariant, T> : IUpdate<T>
        where TVariant : IVariant
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T _kept;
        private readonly T _coupledDecay;
        private readonly T _beta1;
        private readonly T _rest1;
        private readonly T _beta2;
        private readonly T _rest2;
        private readonly T _epsilon;
        private readonly T _stepSize;
        private readonly T _rootCorrection;

        // Computed in double, as the corrections differ from 1 by little.
        public Update(AdamOptimizer settings, int step)
        {
            _kept = T.CreateChecked(settings.Kept);
            _coupledDecay = T.CreateChecked(settings.CoupledDecay);
            _beta1 = T.CreateChecked(settings.Beta1);
            _rest1 = T.CreateChecked(1 - settings.Beta1);
            _beta2 = T.CreateChecked(settings.Beta2);
            _rest2 = T.CreateChecked(1 - settings.Beta2);
            _epsilon = T.CreateChecked(settings.Epsilon);
            _stepSize = T.CreateChecked(settings.LearningRate / (1 - Math.Pow(settings.Beta1, step)));
            _rootCorrection = T.CreateChecked(1 / Math.Sqrt(1 - Math.Pow(settings.Beta2, step)));
        }

        public int StateCount => TVariant.TakesLargest ? 3 : 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes parameter, TLanes gradient, ref TLanes first, ref TLanes second, ref TLanes third)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes g = gradient + (TLanes.Broadcast(_coupledDecay) * parameter);
            first = (TLanes.Broadcast(_beta1) * first) + (TLanes.Broadcast(_rest1) * g);
            second = (TLanes.Broadcast(_beta2) * second) + (TLanes.Broadcast(_rest2) * g * g);
            TLanes square = second;
            if (TVariant.TakesLargest)
                square = third = TLanes.Max(second, third);
            TLanes denominator = (TLanes.Sqrt(square) * TLanes.Broadcast(_rootCorrection)) + TLanes.Broadcast(_epsilon);
            return (TLanes.Broadcast(_kept) * parameter) - (TLanes.Broadcast(_stepSize) * first / denominator);
        }
    }
}
