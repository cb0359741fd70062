namespace TypedTensors;

/// <summary>
/// Marks a string parameter that holds a shape in the shape language, whose names are those of the calling method.
/// </summary>
/// <remarks>
/// Within the declaration the parameter's name stands for that shape: <c>[Shape("...shape")]</c>. A method without a result that has such a parameter
/// states shapes for the compiler and does nothing when it runs.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ShapePatternAttribute : Attribute
{
}
