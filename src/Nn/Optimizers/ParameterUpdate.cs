using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>One parameter of an optimizer with the state that belongs to it.</summary>
internal abstract class ParameterUpdate
{
    public abstract void Step();

    public abstract void ForgetGradient();
}

/// <summary>One parameter of an element type. What an optimizer adds is the change of its elements.</summary>
internal abstract class ParameterUpdate<T>(Tensor<T> parameter) : ParameterUpdate
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many steps changed the parameter, the current one included.</summary>
    protected int StepNumber { get; private set; }

    protected int ElementCount => parameter.ElementCount;

    public sealed override void Step()
    {
        if (parameter.Grad is not { } gradient)
            return;
        StepNumber++;
        Change(parameter.View.Elements, gradient.IsContiguous ? gradient.View.Elements : gradient.ToArray());
        parameter.Storage.MarkWritten();
    }

    public sealed override void ForgetGradient() => parameter.Grad = null;

    protected abstract void Change(Span<T> elements, ReadOnlySpan<T> gradient);
}
