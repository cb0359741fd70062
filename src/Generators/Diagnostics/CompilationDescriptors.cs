using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Diagnostics;

namespace TypedTensors.Generators.Diagnostics;

/// <summary>The diagnostics of methods whose code is generated. They stand beside the lowering, which decides them.</summary>
internal static class CompilationDescriptors
{
    private const string Category = "TypedTensors.Derivatives";

    public static readonly DiagnosticDescriptor Construct = new(
        id: "TT2001",
        title: "A statement or an expression that generated code cannot contain",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT2001.md");

    public static readonly DiagnosticDescriptor Call = new(
        id: "TT2002",
        title: "A call that generated code cannot include",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT2002.md");

    public static readonly DiagnosticDescriptor HostValue = new(
        id: "TT2003",
        title: "A value that generated code cannot read while it plans a call",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT2003.md");

    public static readonly DiagnosticDescriptor NoGradient = new(
        id: "TT2004",
        title: "No gradient reaches a parameter",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT2004.md");

    public static readonly DiagnosticDescriptor Result = new(
        id: "TT2005",
        title: "A result that has no derivative",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT2005.md");

    /// <summary>The descriptor of a refusal; null when an analyzer of its own reports the mistake.</summary>
    public static DiagnosticDescriptor? For(string id) => id switch
    {
        Lowering.RefusalIds.Construct => Construct,
        Lowering.RefusalIds.Call => Call,
        Lowering.RefusalIds.HostValue => HostValue,
        Lowering.RefusalIds.Result => Result,
        _ => null,
    };
}
