using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Lowering;

/// <summary>Reads the annotated methods of a type into what the generator keeps of them.</summary>
internal sealed class TypeReader(Compilation compilation, KnownSymbols known, CancellationToken cancellation)
{
    private const string RuntimeNamespace = "TypedTensors";

    private readonly ContractReader _contracts = new(known);

    public TypeSpec Read(INamedTypeSymbol type)
    {
        List<MemberSpec> members = [];
        foreach (IMethodSymbol method in AnnotatedMembers.Of(type))
        {
            cancellation.ThrowIfCancellationRequested();
            members.Add(ReadMember(method));
        }

        List<string> declarations = [];
        List<string> names = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            declarations.Insert(0, $"partial {(current.TypeKind == TypeKind.Struct ? "struct" : "class")} {current.Name}");
            names.Insert(0, current.Name);
        }

        return new TypeSpec(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            [.. declarations], string.Join(".", names), ModelElement(type), [.. TakenNames(type)], [.. members]);
    }

    private MemberSpec ReadMember(IMethodSymbol method)
    {
        MemberLowering lowering = new(compilation, _contracts, tree => compilation.GetSemanticModel(tree), cancellation);
        MemberLowering.Outcome outcome = lowering.Run(method);
        ParameterSpec[] parameters = [.. method.Parameters.Select(ReadParameter)];
        bool isTuple = method.ReturnType.IsTupleType;
        ITypeSymbol[] results = isTuple ? [.. ((INamedTypeSymbol)method.ReturnType).TupleElements.Select(static element => element.Type)] : [method.ReturnType];
        string[] elements = [.. results.Select(result => ElementOf(result) ?? result.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))];
        bool isScalar = !isTuple && (outcome.Function is { } function
            ? function.Values[function.Results[0]].Shape.Rank == 0
            : AnnotationReader.Items(known, method.GetReturnTypeAttributes()) is { Count: 0 });
        AttributeData? differentiable = AnnotatedMembers.Find(method, AnnotatedMembers.Differentiable);
        return new MemberSpec(
            method.Name,
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            method.IsStatic,
            [.. parameters],
            [.. elements],
            isTuple,
            isScalar,
            differentiable is not null,
            [.. Wanted(method, differentiable, parameters, elements)],
            ContractOf(method, parameters),
            outcome.Function,
            outcome.IsPortable,
            outcome.Refusal?.Id);
    }

    private ParameterSpec ReadParameter(IParameterSymbol parameter)
    {
        string name = SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None ? "@" + parameter.Name : parameter.Name;
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        string? element = ElementOf(parameter.Type);
        string? key = element is not null ? null : parameter.Type.SpecialType switch
        {
            SpecialType.System_Boolean => $"({name} ? 1L : 0L)",
            SpecialType.System_Single => $"global::System.BitConverter.SingleToInt32Bits({name})",
            SpecialType.System_Double => $"global::System.BitConverter.DoubleToInt64Bits({name})",
            _ when ParameterKinds.IsInteger(parameter.Type) => $"(long){name}",
            _ => null,
        };
        return new ParameterSpec(name, element is null ? type : $"Tensor<{element}>", element, key);
    }

    private static IEnumerable<int> Wanted(IMethodSymbol method, AttributeData? differentiable, ParameterSpec[] parameters, string[] elements)
    {
        if (differentiable is null)
            return [];
        string?[] names = differentiable.ConstructorArguments is { Length: 1 } arguments && arguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? [.. array.Values.Select(static value => value.Value as string)] : [];
        bool takesAll = names.Length == 0 && (method.IsStatic || !AnnotatedMembers.Has(method.ContainingType, AnnotatedMembers.Model));
        return Enumerable.Range(0, parameters.Length).Where(index => takesAll
            ? parameters[index].Element == elements[0] && elements[0] is "float" or "double"
            : names.Contains(method.Parameters[index].Name) && parameters[index].Element is "float" or "double");
    }

    private ContractSpec ContractOf(IMethodSymbol method, ParameterSpec[] parameters)
    {
        List<string?> shapes = [];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Element is null)
                continue;
            IReadOnlyList<object>? items = AnnotationReader.Items(known, method.Parameters[i].GetAttributes());
            shapes.Add(items is null ? null : string.Join(", ", items));
        }

        string[] facts = [.. AnnotationReader.Facts(known, method.ContainingType).Concat(AnnotationReader.Facts(known, method))];
        string[] names = [.. _contracts.AmbientOf(method.ContainingType).Concat(method.Parameters
            .Where(parameter => AnnotationReader.IsDim(known, parameter.GetAttributes())).Select(static parameter => parameter.Name))
            .Where(name => shapes.Concat(facts).Any(text => text is not null && Mentions(text, name)))];
        return new ContractSpec([.. shapes], [.. facts], [.. names]);
    }

    private static bool Mentions(string text, string name) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b{System.Text.RegularExpressions.Regex.Escape(name)}\b");

    private string? ElementOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named && known.IsTensor(type)
        ? named.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;

    /// <summary>The element type of the parameters of a model and its sub-models; null for a type without any.</summary>
    private string? ModelElement(INamedTypeSymbol type) => AnnotatedMembers.Has(type, AnnotatedMembers.Model)
        ? Models.ModelFacts.ElementOf(type)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;

    /// <summary>Names of types of the runtime that mean something else inside the type.</summary>
    private IEnumerable<string> TakenNames(INamedTypeSymbol type)
    {
        INamespaceSymbol home = known.Shape.ContainingNamespace;
        IEnumerable<string> runtime = RuntimeTypes().Distinct();
        foreach (string name in runtime)
        {
            bool isTaken = false;
            for (INamedTypeSymbol? current = type; current is not null && !isTaken; current = current.ContainingType)
                isTaken = current.Name == name || !current.GetMembers(name).IsEmpty;
            for (INamespaceSymbol? space = type.ContainingNamespace; space is not null && !isTaken && space.ToDisplayString() != RuntimeNamespace; space = space.ContainingNamespace)
                isTaken = !space.GetTypeMembers(name).IsEmpty || space.GetNamespaceMembers().Any(inner => inner.Name == name && !space.IsGlobalNamespace);
            if (isTaken)
                yield return name;
        }

        IEnumerable<string> RuntimeTypes()
        {
            foreach (string name in Emission.TypeNames.Namespaces)
            {
                INamespaceSymbol? space = name.Split('.').Aggregate<string, INamespaceSymbol?>(
                    compilation.GlobalNamespace, static (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));
                foreach (INamedTypeSymbol member in space?.GetTypeMembers() ?? [])
                    yield return member.Name;
            }
        }
    }
}
