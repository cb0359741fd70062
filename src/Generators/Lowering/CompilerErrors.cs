using Microsoft.CodeAnalysis;

namespace TypedTensors.Generators.Lowering;

/// <summary>What the compiler itself complains of.</summary>
internal static class CompilerErrors
{
    /// <summary>Whether the compiler reports an error there: a refusal at the same place would only repeat it.</summary>
    public static bool Touch(Compilation compilation, Location location, CancellationToken cancellation) =>
        location.SourceTree is { } tree
        && compilation.GetSemanticModel(tree).GetDiagnostics(location.SourceSpan, cancellation)
            .Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
