namespace TypedTensors;

/// <summary>Every operation of the library as a function, each declared in a file of its own; meant for <c>using static TypedTensors.Ops</c>.</summary>
public static partial class Ops
{
}
