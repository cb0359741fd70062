using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Diagnostics;

/// <summary>Which diagnostic reports which kind of mismatch. Operations are known by nothing else.</summary>
internal static class MismatchDescriptors
{
    public static DiagnosticDescriptor For(MismatchKind kind) => kind switch
    {
        MismatchKind.Broadcast => Descriptors.Broadcast,
        MismatchKind.Contraction => Descriptors.Contraction,
        MismatchKind.Argument => Descriptors.Argument,
        MismatchKind.Result => Descriptors.Result,
        MismatchKind.ElementCount => Descriptors.ElementCount,
        MismatchKind.Axis => Descriptors.Axis,
        MismatchKind.Join => Descriptors.Join,
        MismatchKind.Index => Descriptors.Index,
        MismatchKind.Value => Descriptors.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
