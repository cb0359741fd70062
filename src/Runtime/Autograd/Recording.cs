namespace TypedTensors.Autograd;

/// <summary>Whether operations are recorded. The setting flows with asynchronous calls.</summary>
internal static class Recording
{
    private static readonly AsyncLocal<bool> Paused = new();

    public static bool IsPaused
    {
        get => Paused.Value;
        set => Paused.Value = value;
    }
}
