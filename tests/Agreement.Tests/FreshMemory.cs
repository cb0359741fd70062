using System.Runtime.CompilerServices;

namespace TypedTensors.Tests.Agreement;

/// <summary>Makes the runtime mark memory that no kernel has written yet, so that an element that a kernel forgot is seen.</summary>
internal static class FreshMemory
{
    /// <summary>The bits of a float that was not written.</summary>
    public const int Pattern = unchecked((int)0xA5A5A5A5);

    [ModuleInitializer]
    internal static void Mark() => AppContext.SetSwitch("TypedTensors.MarkFreshMemory", true);
}
