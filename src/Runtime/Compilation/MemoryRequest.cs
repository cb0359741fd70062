namespace TypedTensors.Compilation;

/// <summary>Memory that is needed from one step of a computation to another, both included.</summary>
internal sealed class MemoryRequest(long bytes, int firstStep, int lastStep)
{
    public long Bytes => bytes;

    public int FirstStep => firstStep;

    public int LastStep => lastStep;

    /// <summary>Where it lies, in bytes; negative until it has been placed.</summary>
    public long Offset { get; set; } = -1;

    /// <summary>Whether both are needed at some step.</summary>
    public bool IsLiveWith(MemoryRequest other) => firstStep <= other.LastStep && other.FirstStep <= lastStep;
}
