using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Models;

/// <summary>Describes the properties that are marked as parameters.</summary>
internal static class ParameterGathering
{
    /// <summary>The properties that have to be implemented. One that the compiler would not accept a second half of is left out.</summary>
    /// <param name="contracts">The contracts of the compilation.</param>
    /// <param name="type">The class.</param>
    /// <param name="classProblem">What is wrong with the class, so that no property can be a parameter; else null.</param>
    /// <param name="element">The element type of the model.</param>
    /// <param name="cancellation">Stops gathering.</param>
    public static EquatableArray<ParameterSpec> Describe(
        ContractReader contracts, INamedTypeSymbol type, string? classProblem, SpecialType element, CancellationToken cancellation)
    {
        List<ParameterSpec> parameters = [];
        foreach (IPropertySymbol property in ModelClass.ParametersOf(contracts.Known, type))
        {
            cancellation.ThrowIfCancellationRequested();
            if (property.IsPartialDefinition
                && property.PartialImplementationPart is null
                && property.Type.TypeKind != TypeKind.Error
                && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is BasePropertyDeclarationSyntax syntax)
                parameters.Add(Describe(contracts, property, syntax, classProblem, element));
        }

        return parameters.ToEquatableArray();
    }

    private static ParameterSpec Describe(
        ContractReader contracts, IPropertySymbol property, BasePropertyDeclarationSyntax syntax, string? classProblem, SpecialType element)
    {
        ParameterShape shape = ParameterShape.Read(contracts, property);
        string? problem = classProblem
            ?? (ParameterProperty.Check(contracts.Known, property, element) != PropertyProblem.None ? "see TT3002"
                : !shape.IsReadable ? "its shape cannot be read"
                : !shape.IsSound ? "see TT3003"
                : null);
        AttributeData attribute = KnownSymbols.Find(property.GetAttributes(), contracts.Known.Parameter)!;
        return new ParameterSpec(
            property.IsIndexer ? "this[]" : CSharpText.Identifier(property.Name),
            DeclarationOf(property, syntax),
            syntax.AccessorList?.Accessors.Select(AccessorOf).ToEquatableArray() ?? ["get"],
            problem,
            problem is null ? shape.Sizes : [],
            Named(attribute, nameof(ParameterAttribute.Initialization)) is int initialization ? (Initialization)initialization : Initialization.Default,
            Named(attribute, nameof(ParameterAttribute.InitialValue)) is double value ? value : double.NaN,
            problem is null && shape.FanIn is { } factors ? new EquatableArray<Dimension>(factors) : null);
    }

    /// <summary>The second half of a partial property repeats modifiers, type and name of the first.</summary>
    private static string DeclarationOf(IPropertySymbol property, BasePropertyDeclarationSyntax syntax)
    {
        string modifiers = string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text));
        string reference = property.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        string name = property.IsIndexer
            ? "this[" + string.Join(", ", property.Parameters.Select(CSharpText.Parameter)) + "]"
            : CSharpText.Identifier(property.Name);
        return $"{modifiers} {reference}{CSharpText.Type(property.Type)} {name}";
    }

    private static string AccessorOf(AccessorDeclarationSyntax accessor) =>
        string.Join(" ", accessor.Modifiers.Append(accessor.Keyword).Select(static token => token.Text));

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
