namespace TypedTensors;

/// <summary>Makes a partial class a model: its <see cref="ParameterAttribute"/> properties get storage, and it gets <c>Parameters</c>.</summary>
/// <remarks>
/// Fields and automatic properties without a setter whose type is a model, or a list of models, are its sub-models. The parameters of a model
/// and of its sub-models lie in one flat buffer, and their gradients in another of the same layout.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TensorModelAttribute : Attribute
{
}
