using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the attribute that carries a method's code to other assemblies.</summary>
internal static class IntermediateCode
{
    public static string? Attribute(MemberSpec member, TypeNames types) =>
        CodeText.Write(member) is { } text
            ? $"[{types["IntermediateCode"]}({CodeText.Version}, {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)})]"
            : null;
}
