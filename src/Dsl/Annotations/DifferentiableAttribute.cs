namespace TypedTensors;

/// <summary>
/// Asks for generated code that computes the method and its derivative: <c>XCompiled</c>, and for a scalar result <c>XAndGradients</c>, else
/// <c>XVjp</c>, which takes the cotangent of the result.
/// </summary>
/// <remarks>
/// On a model the gradients are those of all its parameters, and of the arguments that are named. On a static method they are those of the named
/// arguments, or of every tensor argument of the result's element type when none is named.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Differentiates by the arguments that are named.</summary>
    /// <param name="arguments">Names of tensor parameters of the method, as <c>nameof(x)</c> gives them.</param>
    public DifferentiableAttribute(params string[] arguments) => Arguments = arguments;

    /// <summary>The names as written.</summary>
    public IReadOnlyList<string> Arguments { get; }
}
