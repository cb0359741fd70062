using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Diagnostics;

/// <summary>Every diagnostic of the analyzers, by identifier.</summary>
/// <remarks>
/// Shape diagnostics (TT1...) take their whole message from the shape core, so that the compiler and a run-time exception say the same.
/// </remarks>
internal static class Descriptors
{
    internal const string HelpBase = "https://github.com/typedtensors/typedtensors/blob/main/docs/diagnostics/";
    private const string DeclarationCategory = "TypedTensors.Declarations";
    private const string ShapeCategory = "TypedTensors.Shapes";

    public static readonly DiagnosticDescriptor ShapeGrammar = new(
        id: "TT0001",
        title: "A shape cannot be parsed",
        messageFormat: "{0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0001.md");

    public static readonly DiagnosticDescriptor ItemKind = new(
        id: "TT0002",
        title: "A shape item is neither text nor an integer",
        messageFormat: "A shape item is a string or an int constant, not {0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0002.md");

    public static readonly DiagnosticDescriptor BadFact = new(
        id: "TT0003",
        title: "A [Where] fact cannot be parsed",
        messageFormat: "{0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0003.md");

    public static readonly DiagnosticDescriptor UnboundName = new(
        id: "TT0004",
        title: "A dimension name is never bound",
        messageFormat: "{0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0004.md");

    public static readonly DiagnosticDescriptor Placement = new(
        id: "TT0005",
        title: "An annotation on something that it cannot describe",
        messageFormat: "{0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0005.md");

    public static readonly DiagnosticDescriptor OperationDeclaration = new(
        id: "TT0006",
        title: "An operation is declared wrongly",
        messageFormat: "{0}",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0006.md");

    public static readonly DiagnosticDescriptor ReassignedDimension = new(
        id: "TT0007",
        title: "A dimension is reassigned",
        messageFormat: "'{0}' is a dimension and keeps its value: assign to a local of its own instead",
        category: DeclarationCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT0007.md");

    public static readonly DiagnosticDescriptor Broadcast = new(
        id: "TT1001",
        title: "Shapes cannot be broadcast together",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1001.md");

    public static readonly DiagnosticDescriptor Contraction = new(
        id: "TT1002",
        title: "The contracted dimensions of a product differ",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1002.md");

    public static readonly DiagnosticDescriptor Argument = new(
        id: "TT1003",
        title: "An argument does not have the declared shape",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1003.md");

    public static readonly DiagnosticDescriptor Result = new(
        id: "TT1004",
        title: "A returned value does not have the declared shape",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1004.md");

    public static readonly DiagnosticDescriptor ElementCount = new(
        id: "TT1005",
        title: "The number of elements changes where it must not",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1005.md");

    public static readonly DiagnosticDescriptor AccidentalBroadcast = new(
        id: "TT1006",
        title: "Broadcasting expands both operands",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1006.md");

    public static readonly DiagnosticDescriptor Axis = new(
        id: "TT1007",
        title: "An axis does not exist or is repeated",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1007.md");

    public static readonly DiagnosticDescriptor Join = new(
        id: "TT1008",
        title: "Joined tensors differ in a dimension that must agree",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1008.md");

    public static readonly DiagnosticDescriptor Index = new(
        id: "TT1009",
        title: "An index or a slice lies outside its dimension",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1009.md");

    public static readonly DiagnosticDescriptor Value = new(
        id: "TT1010",
        title: "An argument has a value that the operation cannot take",
        messageFormat: "{0}",
        category: ShapeCategory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpBase + "TT1010.md");
}
