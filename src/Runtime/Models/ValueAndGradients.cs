using System.Numerics;

namespace TypedTensors;

/// <summary>What a call gives that computes a value and its gradients.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Gradients">The gradients, good until the next such call.</param>
public readonly record struct ValueAndGradients<T>(T Value, Gradients<T> Gradients)
    where T : unmanaged, IFloatingPointIeee754<T>;
