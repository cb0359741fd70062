namespace TypedTensors;

/// <summary>Asks for generated code that computes what the method computes: <c>XCompiled</c> for a method <c>X</c>.</summary>
/// <remarks>
/// The method itself stays what it is, an ordinary method that runs eagerly and says what is to be computed. A scalar result is returned by value;
/// other results are fresh tensors, or go into a destination that the caller gives.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CompiledAttribute : Attribute
{
}
