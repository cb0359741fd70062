namespace TypedTensors.Nn;

/// <summary>What the constructors of modules check.</summary>
internal static class ModuleArguments
{
    /// <summary>The number of groups, which has to divide the channels of both sides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    /// <exception cref="ArgumentException">It does not divide them.</exception>
    public static int CheckGroups(string module, int groups, int inChannels, int outChannels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        return inChannels % groups == 0 && outChannels % groups == 0
            ? groups
            : throw new ArgumentException($"{module}: {groups} groups do not divide {inChannels} input channels and {outChannels} output channels", nameof(groups));
    }
}
