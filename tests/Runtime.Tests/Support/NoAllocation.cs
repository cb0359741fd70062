namespace TypedTensors.Tests.Support;

/// <summary>Holds code to allocating nothing once its buffers have grown.</summary>
public static class NoAllocation
{
    /// <summary>Runs code some times and then measures.</summary>
    /// <remarks>A collection may take pooled buffers away, so one run of several has to be without allocation.</remarks>
    /// <param name="run">The code.</param>
    public static void Check(Action run)
    {
        for (int i = 0; i < 3; i++)
            run();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
