namespace TypedTensors;

/// <summary>Marks a type whose values have a shape: a tensor, or the list of a tensor's sizes.</summary>
/// <remarks>The compile-time side recognises such types by this attribute and by nothing else.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TensorTypeAttribute : Attribute
{
}
