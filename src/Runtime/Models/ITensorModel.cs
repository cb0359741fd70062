using System.Numerics;

namespace TypedTensors;

/// <summary>A model: an object with trainable parameters, its own and those of its sub-models. <see cref="TensorModelAttribute"/> implements it.</summary>
/// <typeparam name="T">The element type of the parameters.</typeparam>
public interface ITensorModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The parameters of the model and of its sub-models. The first use lays them into one flat buffer, so it comes before the model is used by
    /// several threads.
    /// </summary>
    ModelParameters<T> Parameters { get; }

    /// <summary>Declares the parameters and the sub-models, always the same ones in the same order. Called when they are first needed.</summary>
    /// <param name="model">Receives the declarations.</param>
    void Declare(ModelDeclaration<T> model);
}
