using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Generators.Lowering;

/// <summary>The attributes that ask for generated code, by name.</summary>
internal static class AnnotatedMembers
{
    public static readonly string Compiled = typeof(CompiledAttribute).FullName!;

    public static readonly string Differentiable = typeof(DifferentiableAttribute).FullName!;

    public static readonly string Model = typeof(TensorModelAttribute).FullName!;

    public static readonly string Parameter = typeof(ParameterAttribute).FullName!;

    public static readonly string IntermediateCode = typeof(IntermediateCodeAttribute).FullName!;

    /// <summary>The methods of a type that ask for generated code and can have it, in the order of their declaration.</summary>
    public static IEnumerable<IMethodSymbol> Of(KnownSymbols known, INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => IsAnnotated(method) && GeneratedFor.Check(known, method).Problem == MethodProblem.None);

    public static bool IsAnnotated(ISymbol method) => Has(method, Compiled) || Has(method, Differentiable);

    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        foreach (AttributeData candidate in symbol.GetAttributes())
        {
            if (candidate.AttributeClass is { } type && type.Name == attribute.Substring(attribute.LastIndexOf('.') + 1) && type.ToDisplayString() == attribute)
                return candidate;
        }

        return null;
    }
}
