using System.Numerics;

namespace TypedTensors;

/// <summary>
/// The gradients of a model's parameters as one call computed them. They lie in memory of the model, which the next call overwrites: reading them
/// later is an error.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly record struct Gradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ModelParameters<T>? _parameters;
    private readonly long _generation;

    internal Gradients(ModelParameters<T> parameters, long generation)
    {
        _parameters = parameters;
        _generation = generation;
    }

    /// <summary>The parameters that these are the gradients of.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    internal ModelParameters<T> Parameters => _parameters
        ?? throw new InvalidOperationException("Gradients: these are the default value, which no call has computed");

    /// <summary>The gradient of the parameter of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A tensor of the parameter's shape over the gradient's memory.</returns>
    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    /// <exception cref="InvalidOperationException">A later call has overwritten the gradients.</exception>
    public Tensor<T> this[string name] => Of(Parameters[name]);

    /// <summary>The gradient of a parameter.</summary>
    /// <param name="parameter">One of the model's parameters.</param>
    /// <returns>A tensor of the parameter's shape over the gradient's memory.</returns>
    /// <exception cref="ArgumentException">It is not one of the model's parameters.</exception>
    /// <exception cref="InvalidOperationException">A later call has overwritten the gradients.</exception>
    [return: Shape("...parameter")]
    public Tensor<T> Of(Tensor<T> parameter)
    {
        if (Parameters.IndexOf(parameter) < 0)
            throw new ArgumentException($"Gradients: the tensor {parameter.Shape} is not one of the parameters {string.Join(", ", Parameters.Names)}");
        var storage = (ParameterStorage<T>)parameter.Storage;
        CheckCurrent(storage);
        return new Tensor<T>(storage.Gradients, parameter.Shape, parameter.StrideArray, parameter.StorageOffset);
    }

    /// <summary>Checks that the gradients of all parameters are still there.</summary>
    /// <exception cref="InvalidOperationException">A later call has overwritten some.</exception>
    internal void CheckCurrent()
    {
        foreach (ParameterSegment<T> segment in Parameters.Segments)
            CheckCurrent(segment.Storage);
    }

    private void CheckCurrent(ParameterStorage<T> storage)
    {
        if (storage.Generation != _generation)
        {
            throw new InvalidOperationException(
                "Gradients: a later call has overwritten these gradients; use them before the next call, Clone() what has to outlast it, "
                + "or have the next call accumulate");
        }
    }
}
