using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>A part of a declaration that annotations can stand on.</summary>
/// <param name="Place">How the shape core names it: a parameter by its name, or <c>return</c>.</param>
/// <param name="Attributes">Its annotations.</param>
/// <param name="Type">Its type, of a task the type of the value.</param>
internal sealed record AnnotatedElement(string Place, ImmutableArray<AttributeData> Attributes, ITypeSymbol Type)
{
    public const string Return = "return";

    /// <summary>The result and the parameters of a member, a receiver among them.</summary>
    public static IEnumerable<AnnotatedElement> Of(KnownSymbols known, ISymbol member)
    {
        switch (member)
        {
            case IMethodSymbol method:
                yield return new(Return, method.GetReturnTypeAttributes(), known.Awaited(method.ReturnType));
                break;
            case IPropertySymbol property:
                yield return new(Return, property.GetAttributes(), property.Type);
                break;
            case IFieldSymbol field:
                yield return new(Return, field.GetAttributes(), field.Type);
                break;
        }

        if (member.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver } && IsFirst(member))
            yield return new(NameOf(receiver), receiver.GetAttributes(), receiver.Type);
        ImmutableArray<IParameterSymbol> parameters = member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };
        foreach (IParameterSymbol parameter in parameters)
            yield return new(NameOf(parameter), parameter.GetAttributes(), parameter.Type);
    }

    /// <summary>All members of an extension block share its receiver; it is looked at with the first.</summary>
    private static bool IsFirst(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType.GetMembers().FirstOrDefault(static other => !other.IsImplicitlyDeclared), member);

    private static string NameOf(IParameterSymbol parameter) => parameter.Name.Length == 0 ? "this" : parameter.Name;
}
