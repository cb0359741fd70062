using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Models;

/// <summary>Turns the symbols of marked classes and properties into specifications.</summary>
internal static class ModelGathering
{
    /// <summary>The model that a class is marked as; null when nothing can be written for it.</summary>
    public static ModelSpec? Model(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type
            || !LanguageSupport.HasPartialProperties(context.TargetNode.SyntaxTree)
            || CompilationContracts.Of(context.SemanticModel.Compilation) is not { } contracts
            || !IsFirstMark(context, type.GetAttributes(), cancellation)
            || !ExtensibleType.CanBeReopened(type))
            return null;
        KnownSymbols known = contracts.Known;
        (TypeProblem problem, _) = ModelClass.Check(known, type);
        SpecialType element = ModelElement.Of(known, type);
        TypeSpec description = TypeGathering.Describe(type);
        if (problem != TypeProblem.None)
            return Implementations(contracts, type, description, "see TT3001", element, cancellation);

        cancellation.ThrowIfCancellationRequested();
        (ModelMembers members, EquatableArray<DimensionSpec> dimensions) = Names(known, type);
        return new ModelSpec(
            description,
            element == SpecialType.System_Double ? "double" : "float",
            members,
            dimensions,
            ParameterGathering.Describe(contracts, type, classProblem: null, element, cancellation),
            SubModel.Of(known, type)
                .Where(child => child.CanBeDeclared(known) && !child.HasOtherElement(known, element))
                .Select(static child => new SubModelSpec(CSharpText.Identifier(child.Member.Name), child.IsList))
                .ToEquatableArray());
    }

    /// <summary>How generated members read the dimensions of a class. Only a model has fields of its own for them.</summary>
    public static EquatableArray<DimensionSpec> DimensionsOf(KnownSymbols known, INamedTypeSymbol type) =>
        ModelClass.IsMarked(known, type) && ModelClass.Check(known, type).Problem == TypeProblem.None
            ? Names(known, type).Dimensions
            : ModelDimension.Of(known, type).Select(static dimension =>
                new DimensionSpec(dimension.Name, CSharpText.Identifier(dimension.Name), Field: null, Initializer: null)).ToEquatableArray();

    private static (ModelMembers Members, EquatableArray<DimensionSpec> Dimensions) Names(KnownSymbols known, INamedTypeSymbol type)
    {
        FreeNames names = new(type);
        ModelMembers members = new(names.Take("_modelState"), names.Take("ModelState"), names.Take("model"));
        return (members, ModelDimension.Of(known, type).Select(dimension => Describe(dimension, names)).ToEquatableArray());
    }

    /// <summary>
    /// The parameters of a class that is not a model. They are mistakes, and still get implementations: the compiler's complaint about a missing
    /// one would keep analyzers from explaining the mistake. The first of a class stands for all.
    /// </summary>
    public static ModelSpec? ParametersOutsideModel(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not IPropertySymbol { ContainingType: { } type } property
            || !LanguageSupport.HasPartialProperties(context.TargetNode.SyntaxTree)
            || CompilationContracts.Of(context.SemanticModel.Compilation) is not { } contracts
            || ModelClass.IsMarked(contracts.Known, type)
            || !ExtensibleType.CanBeReopened(type)
            || !KnownSymbols.Same(property, ModelClass.ParametersOf(contracts.Known, type).FirstOrDefault())
            || !IsFirstMark(context, property.GetAttributes(), cancellation))
            return null;
        ModelSpec spec = Implementations(contracts, type, TypeGathering.Describe(type), "see TT3002", SpecialType.System_Single, cancellation);
        return spec.Parameters.IsEmpty ? null : spec;
    }

    /// <summary>What is written for a class that cannot be a model: halves of properties, which throw.</summary>
    private static ModelSpec Implementations(
        ContractReader contracts, INamedTypeSymbol type, TypeSpec description, string problem, SpecialType element, CancellationToken cancellation) =>
        new(description, "float", Members: null, [], ParameterGathering.Describe(contracts, type, problem, element, cancellation), []);

    /// <summary>
    /// A member reads a parameter of the primary constructor from a field. Reading the parameter itself would keep it alive in the class, about
    /// which the compiler warns (CS9107, CS9124) where the author's own code initialises a member from it or hands it to a base class.
    /// </summary>
    private static DimensionSpec Describe(ModelDimension dimension, FreeNames names)
    {
        string name = CSharpText.Identifier(dimension.Name);
        string read = dimension.Type.SpecialType == SpecialType.System_Int32 ? name : $"checked((int){name})";
        if (!dimension.IsConstructorParameter)
            return new DimensionSpec(dimension.Name, read, Field: null, Initializer: null);
        string field = names.Take("_" + dimension.Name);
        return new DimensionSpec(dimension.Name, field, field, read);
    }

    /// <summary>Whether this is the attribute's first use on the symbol; a second one is a mistake that the compiler reports.</summary>
    private static bool IsFirstMark(
        GeneratorAttributeSyntaxContext context, ImmutableArray<AttributeData> attributes, CancellationToken cancellation) =>
        KnownSymbols.Find(attributes, context.Attributes[0].AttributeClass)?.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } first
        && context.TargetNode.Contains(first);
}
