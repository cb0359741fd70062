namespace TypedTensors;

/// <summary>
/// Marks a string parameter that holds a shape in the shape language, whose names are those of the calling method.
/// </summary>
/// <remarks>Within the declaration the parameter's name stands for that shape: <c>[Shape("...shape")]</c>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ShapePatternAttribute : Attribute
{
}
