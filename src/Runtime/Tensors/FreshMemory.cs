namespace TypedTensors;

/// <summary>
/// A debugging aid for kernels: with the AppContext switch <c>TypedTensors.MarkFreshMemory</c>, new memory is filled with
/// bytes <c>A5</c>, so that an element that a kernel did not write can be seen.
/// </summary>
internal static class FreshMemory
{
    public const byte Mark = 0xA5;

    public static bool IsMarked { get; } = AppContext.TryGetSwitch("TypedTensors.MarkFreshMemory", out bool isOn) && isOn;
}
