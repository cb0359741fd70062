using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Models;

namespace TypedTensors.Generators.Lowering;

/// <summary>From an annotated method to the description of its type.</summary>
internal static class CompiledGathering
{
    /// <summary>The type of a method; null unless the method is the first of the type that gets generated code, and has this attribute foremost.</summary>
    public static CompiledTypeSpec? Type(GeneratorAttributeSyntaxContext context, Type attribute, CancellationToken cancellation)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        if (context.TargetSymbol is not IMethodSymbol method
            || ExtensibleType.Check(method.ContainingType).Problem != TypeProblem.None
            || CompilationContracts.Of(compilation) is not { } contracts)
            return null;
        IMethodSymbol? first = AnnotatedMembers.Of(contracts.Known, method.ContainingType).FirstOrDefault();
        bool isForemost = attribute == typeof(CompiledAttribute) || KnownSymbols.Find(method.GetAttributes(), contracts.Known.Compiled) is null;
        return KnownSymbols.Same(first, method) && isForemost ? new TypeReader(compilation, contracts, cancellation).Read(method.ContainingType) : null;
    }
}
