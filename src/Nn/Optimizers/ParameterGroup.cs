using System.Numerics;

namespace TypedTensors.Nn;

/// <summary>Parameters of an optimizer with the state that belongs to them.</summary>
internal abstract class ParameterGroup
{
    /// <summary>Changes every parameter that has a gradient in <c>Grad</c>.</summary>
    public abstract void Step();

    public abstract void ForgetGradients();
}

/// <summary>Parameters of an element type that lie beside each other in memory, so that a step can go over all of them in one pass.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="parameters">The parameters in the order of their memory.</param>
internal sealed class ParameterGroup<T>(Optimizer optimizer, Tensor<T>[] parameters) : ParameterGroup
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _starts = StartsOf(parameters);
    private readonly int[] _stepNumbers = new int[parameters.Length];
    private T[][]? _state;

    public override void Step()
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Grad is not { } gradient)
                continue;
            Change(i, i + 1, gradient.IsContiguous ? gradient.View.Elements : gradient.ToArray());
            parameters[i].Storage.MarkWritten();
        }
    }

    /// <summary>Changes all parameters by gradients that lie as they do.</summary>
    public void Step(ReadOnlySpan<T> gradients)
    {
        // Steps count from a parameter's first gradient. Those that are at the same step, as a rule all, go together.
        for (int first = 0, end; first < parameters.Length; first = end)
        {
            end = first + 1;
            while (end < parameters.Length && _stepNumbers[end] == _stepNumbers[first])
                end++;
            Change(first, end, gradients[_starts[first].._starts[end]]);
        }

        parameters[0].Storage.MarkWritten();
    }

    public override void ForgetGradients()
    {
        foreach (Tensor<T> parameter in parameters)
            parameter.Grad = null;
    }

    private void Change(int first, int end, ReadOnlySpan<T> gradients)
    {
        int step = ++_stepNumbers[first];
        _stepNumbers.AsSpan(first..end).Fill(step);
        optimizer.Change(step, parameters[first].View.Buffer[..gradients.Length], gradients, StateFrom(_starts[first]));
    }

    private UpdateState<T> StateFrom(int start)
    {
        if (_state is null)
        {
            _state = new T[optimizer.StateCount][];
            for (int i = 0; i < _state.Length; i++)
                _state[i] = new T[_starts[^1]];
        }

        return new UpdateState<T>(Part(0), Part(1), Part(2));

        Span<T> Part(int index) => index < _state.Length ? _state[index].AsSpan(start) : [];
    }

    private static int[] StartsOf(Tensor<T>[] parameters)
    {
        int[] starts = new int[parameters.Length + 1];
        for (int i = 0; i < parameters.Length; i++)
            starts[i + 1] = starts[i] + parameters[i].ElementCount;
        return starts;
    }
}
