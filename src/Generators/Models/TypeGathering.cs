using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Models;

/// <summary>Describes a type that gets another part.</summary>
internal static class TypeGathering
{
    public static TypeSpec Describe(INamedTypeSymbol type)
    {
        Stack<string> headers = new();
        Stack<string> names = new();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            headers.Push($"partial {KeywordOf(current)} {CSharpText.Identifier(current.Name)}{TypeParametersOf(current)}");
            names.Push(FileNameOf(current));
        }

        INamespaceSymbol container = type.ContainingNamespace;
        for (INamespaceSymbol current = container; !current.IsGlobalNamespace; current = current.ContainingNamespace)
            names.Push(FileNameOf(current));
        return new TypeSpec(
            type.Name,
            container.IsGlobalNamespace ? null : container.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            headers.ToEquatableArray(),
            string.Join(".", names));
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Interface } => "interface",
        { IsValueType: true } => "struct",
        _ => "class",
    };

    private static string TypeParametersOf(INamedTypeSymbol type)
    {
        if (type.TypeParameters.IsEmpty)
            return "";
        return "<" + string.Join(", ", type.TypeParameters.Select(static parameter => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + CSharpText.Identifier(parameter.Name))) + ">";
    }

    /// <summary>
    /// The name of a type or namespace for a file. File names are compared without regard to case and take few characters, so a namesake
    /// (another case, another number of type parameters) gets a number, and other characters their code.
    /// </summary>
    private static string FileNameOf(INamespaceOrTypeSymbol symbol)
    {
        StringBuilder name = new();
        foreach (char character in symbol.Name)
        {
            if (char.IsLetterOrDigit(character) || character == '_')
                name.Append(character);
            else
                name.Append('-').Append(((int)character).ToString("x", CultureInfo.InvariantCulture));
        }

        INamespaceOrTypeSymbol container = symbol.ContainingType ?? (INamespaceOrTypeSymbol)symbol.ContainingNamespace;
        int before = 0;
        foreach (ISymbol member in container.GetMembers())
        {
            if (SymbolEqualityComparer.Default.Equals(member, symbol))
                break;
            if (member is INamespaceOrTypeSymbol && string.Equals(member.Name, symbol.Name, StringComparison.OrdinalIgnoreCase))
                before++;
        }

        return before == 0 ? name.ToString() : name.Append('-').Append(before.ToString(CultureInfo.InvariantCulture)).ToString();
    }
}
