using TypedTensors.Analyzers.Diagnostics;

namespace TypedTensors.Generators.Lowering;

/// <summary>The diagnostics of methods that cannot be compiled.</summary>
internal static class RefusalIds
{
    /// <summary>A statement or an expression that generated code cannot contain.</summary>
    public const string Construct = "TT2001";

    /// <summary>A call that generated code cannot include.</summary>
    public const string Call = "TT2002";

    /// <summary>A value of the host that generated code cannot read while it plans a call.</summary>
    public const string HostValue = "TT2003";

    /// <summary>A result without a derivative.</summary>
    public const string Result = "TT2005";

    /// <summary>A language version without the operators of tensors; said once for the project.</summary>
    public static string LanguageVersion => ModelDescriptors.LanguageVersion.Id;
}
