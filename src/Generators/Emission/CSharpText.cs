using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Generators.Emission;

/// <summary>Names, types and literals as C# source.</summary>
internal static class CSharpText
{
    /// <summary>Types with <c>global::</c> and with their nullability, so that they mean the same wherever they stand.</summary>
    private static readonly SymbolDisplayFormat QualifiedFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ParameterFormat = QualifiedFormat.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
        | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeModifiers);

    /// <summary>A name as it is written: a keyword gets an <c>@</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Type(ITypeSymbol type) => type.ToDisplayString(QualifiedFormat);

    /// <summary>A parameter of a signature: type, modifiers and name.</summary>
    public static string Parameter(IParameterSymbol parameter) => parameter.ToDisplayString(ParameterFormat);

    /// <summary>A literal that gives the same number again.</summary>
    public static string Literal(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        return text + "D";
    }

    /// <summary>A string literal.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
