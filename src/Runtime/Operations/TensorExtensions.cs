namespace TypedTensors;

/// <summary>Operations in the form of methods and operators of tensors, each beside its declaration.</summary>
public static partial class TensorExtensions
{
}
