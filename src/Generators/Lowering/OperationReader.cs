using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Signatures;

namespace TypedTensors.Generators.Lowering;

/// <summary>Reads from the declaration of an operation what generated code needs to call it. No operation is known by its name.</summary>
internal sealed class OperationReader(ContractReader contracts)
{
    /// <summary>The interfaces that tell what an implementation computes.</summary>
    private const string
        Unary = "IUnaryFunction`1", Binary = "IBinaryFunction`1", Ternary = "ITernaryFunction`1", Predicate = "IPredicate`1", View = "IViewOperation", List = "IListOperation`2",
        General1 = "IOperation`2", General2 = "IOperation`3", General3 = "IOperation`4", General4 = "IOperation`5", General5 = "IOperation`6",
        Pair = "IPairOperation`3", Triple = "ITripleOperation`4", Epilogue = "IEpilogueOperation`3", Gradient = "IGradientInForward`3";

    /// <summary>The method that declares what a call computes; null when the called member is no operation.</summary>
    public IMethodSymbol? DeclarationOf(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;
        if (KnownSymbols.Find(definition.GetAttributes(), contracts.Known.FormOf) is { } formOf)
            definition = contracts.DeclarationOf(definition, formOf) ?? definition;
        return definition is IMethodSymbol method && KnownSymbols.Find(method.GetAttributes(), contracts.Known.Operation) is not null ? method : null;
    }

    /// <summary>The struct that computes a form which has one of its own; else null.</summary>
    public INamedTypeSymbol? ImplementationOf(ISymbol member) =>
        KnownSymbols.Find(member.OriginalDefinition.GetAttributes(), contracts.Known.FormOf)?.NamedArguments
            .FirstOrDefault(static pair => pair.Key == nameof(FormOfAttribute.Implementation)).Value.Value as INamedTypeSymbol;

    /// <summary>Reads a declaration for the element types of one call.</summary>
    /// <param name="declaration">The declaring method.</param>
    /// <param name="own">The implementation of the form that is called, where it has one of its own.</param>
    /// <param name="elements">The element types of the tensor arguments, in order; of a list one for all. A form may lack the last ones.</param>
    /// <param name="results">The element types of the results.</param>
    /// <param name="argumentFor">The argument of a parameter that is no tensor.</param>
    /// <param name="problem">Why generated code cannot call it.</param>
    public OperationReference? Read(
        IMethodSymbol declaration,
        INamedTypeSymbol? own,
        IReadOnlyList<ITypeSymbol> elements,
        IReadOnlyList<ITypeSymbol> results,
        Func<IParameterSymbol, ITypeSymbol, HostExpression> argumentFor,
        out string problem)
    {
        problem = string.Empty;
        AttributeData attribute = KnownSymbols.Find(declaration.GetAttributes(), contracts.Known.Operation)!;
        if ((own ?? attribute.ConstructorArguments.FirstOrDefault().Value) is not INamedTypeSymbol implementation)
        {
            problem = "its declaration names no implementation";
            return null;
        }

        implementation = implementation.OriginalDefinition;
        if (FindKind(implementation) is not ({ } kind, { } marker))
        {
            problem = $"its implementation '{implementation.Name}' has no interface that generated code can call";
            return null;
        }

        if (Construct(implementation, marker, kind, elements, results) is not { } constructed)
        {
            problem = $"no type arguments of its implementation '{implementation.Name}' fit the element types of this call";
            return null;
        }

        if (FindConstructor(constructed, declaration) is not { } constructor)
        {
            problem = $"its implementation '{implementation.Name}' has no constructor whose parameters are those of '{declaration.Name}'";
            return null;
        }

        IParameterSymbol[] tensors = [.. declaration.Parameters.Where(IsTensorParameter)];
        string[]? differentiable = NamesIn(attribute, nameof(OperationAttribute.Differentiable));
        string[] passes = NamesIn(attribute, nameof(OperationAttribute.Passes)) ?? [];
        bool hasReceiver = !declaration.IsStatic;
        List<bool> differentiableFlags = [];
        List<bool> passesFlags = [];
        if (hasReceiver)
        {
            differentiableFlags.Add(differentiable is null || differentiable.Contains("this"));
            passesFlags.Add(false);
        }

        foreach (IParameterSymbol tensor in tensors.Take(elements.Count - differentiableFlags.Count))
        {
            bool isReal = IsReal(elements[Math.Min(differentiableFlags.Count, elements.Count - 1)]) && results.Any(IsReal);
            differentiableFlags.Add(isReal && (differentiable is null || differentiable.Contains(tensor.Name)));
            passesFlags.Add(passes.Contains(tensor.Name));
        }

        int saves = Convert.ToInt32(attribute.NamedArguments.FirstOrDefault(static pair => pair.Key == nameof(OperationAttribute.Saves)).Value.Value ?? 0);
        return new OperationReference(
            declaration.Name,
            kind,
            constructed.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            [.. constructor.Parameters.Select(parameter => argumentFor(declaration.Parameters.First(declared => declared.Name == parameter.Name), parameter.Type))],
            SavesInputs: (saves & (int)Saved.Inputs) != 0,
            SavesResult: (saves & (int)Saved.Result) != 0,
            [.. differentiableFlags],
            [.. passesFlags],
            IsPublic: IsPublic(constructed),
            TakesEpilogue: Implements(constructed, Epilogue),
            GivesGradient: Implements(constructed, Gradient));
    }

    public bool IsTensorParameter(IParameterSymbol parameter) =>
        ParameterKinds.Classify(contracts.Known, parameter.Type) is ParameterKind.Tensor or ParameterKind.TensorList;

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private (ImplementationKind? Kind, INamedTypeSymbol? Marker) FindKind(INamedTypeSymbol implementation)
    {
        foreach (INamedTypeSymbol candidate in implementation.AllInterfaces)
        {
            if (!KnownSymbols.Same(candidate.ContainingNamespace, contracts.Known.Shape.ContainingNamespace) && candidate.ContainingNamespace?.Name != "TypedTensors")
                continue;
            ImplementationKind? kind = candidate.MetadataName switch
            {
                Unary => ImplementationKind.UnaryFunction,
                Binary => ImplementationKind.BinaryFunction,
                Ternary => ImplementationKind.TernaryFunction,
                Predicate => ImplementationKind.Predicate,
                View => ImplementationKind.View,
                List => ImplementationKind.List,
                General1 or General2 or General3 or General4 or General5 or Pair or Triple => ImplementationKind.General,
                _ => null,
            };
            if (kind is not null)
                return (kind, candidate);
        }

        return (null, null);
    }

    private static bool Implements(INamedTypeSymbol type, string capability) =>
        type.AllInterfaces.Any(candidate => candidate.MetadataName == capability && candidate.ContainingNamespace.Name == "TypedTensors");

    /// <summary>The implementation with the type arguments for which its interface has the element types of the call.</summary>
    private static INamedTypeSymbol? Construct(
        INamedTypeSymbol implementation, INamedTypeSymbol marker, ImplementationKind kind, IReadOnlyList<ITypeSymbol> elements, IReadOnlyList<ITypeSymbol> results)
    {
        int arguments = Math.Max(1, marker.TypeArguments.Length - results.Count);
        if (!implementation.IsGenericType)
            return kind == ImplementationKind.View || Fits(marker) ? implementation : null;
        Dictionary<ITypeSymbol, ITypeSymbol> bound = new(SymbolEqualityComparer.Default);
        if (kind == ImplementationKind.View)
            bound[implementation.TypeParameters[0]] = elements[0];
        for (int i = 0; i < marker.TypeArguments.Length; i++)
            bound[marker.TypeArguments[i]] = ElementAt(i);
        if (implementation.TypeParameters.Any(parameter => !bound.ContainsKey(parameter)))
            return null;
        INamedTypeSymbol constructed = implementation.Construct([.. implementation.TypeParameters.Select(parameter => bound[parameter])]);
        return kind == ImplementationKind.View || Fits(constructed.AllInterfaces.First(candidate => KnownSymbols.Same(candidate.OriginalDefinition, marker.OriginalDefinition)))
            ? constructed : null;

        ITypeSymbol ElementAt(int index) => index < arguments ? elements[index] : results[index - arguments];

        bool Fits(INamedTypeSymbol candidate)
        {
            for (int i = 0; i < candidate.TypeArguments.Length; i++)
            {
                if (!KnownSymbols.Same(candidate.TypeArguments[i], ElementAt(i)))
                    return false;
            }

            return true;
        }
    }

    private static IMethodSymbol? FindConstructor(INamedTypeSymbol implementation, IMethodSymbol declaration) =>
        implementation.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public
                && constructor.Parameters.All(parameter => declaration.Parameters.Any(declared => declared.Name == parameter.Name)))
            .OrderByDescending(static constructor => constructor.Parameters.Length)
            .FirstOrDefault();

    private static string[]? NamesIn(AttributeData attribute, string argument) =>
        attribute.NamedArguments.FirstOrDefault(pair => pair.Key == argument).Value.Value is string list
            ? [.. list.Split(',').Select(static name => name.Trim())]
            : null;
}
