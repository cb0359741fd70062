using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Diagnostics;

/// <summary>The diagnostics of models and of methods that ask for generated code.</summary>
internal static class ModelDescriptors
{
    private const string Category = "TypedTensors.Models";

    public static readonly DiagnosticDescriptor ModelType = new(
        id: "TT3001",
        title: "A model cannot carry generated code",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3001.md");

    public static readonly DiagnosticDescriptor ParameterDeclaration = new(
        id: "TT3002",
        title: "A parameter cannot be implemented",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3002.md");

    public static readonly DiagnosticDescriptor ParameterShape = new(
        id: "TT3003",
        title: "The shape of a parameter cannot be computed",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3003.md");

    public static readonly DiagnosticDescriptor SubModel = new(
        id: "TT3004",
        title: "A sub-model that generated code cannot rely on",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3004.md");

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        id: "TT3005",
        title: "The language version is too low for generated code",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3005.md");

    public static readonly DiagnosticDescriptor GeneratedCodeType = new(
        id: "TT3006",
        title: "A type cannot carry generated members",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3006.md");

    public static readonly DiagnosticDescriptor GeneratedCodeMethod = new(
        id: "TT3007",
        title: "Nothing can be generated for a method",
        messageFormat: "{0}",
        category: Category,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.HelpBase + "TT3007.md");
}
