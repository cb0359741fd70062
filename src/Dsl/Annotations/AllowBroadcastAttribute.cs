namespace TypedTensors;

/// <summary>
/// Marks a method whose result may be broadcast against anything without the warning about accidental broadcasting.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowBroadcastAttribute : Attribute
{
}
