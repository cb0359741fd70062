using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Models;

namespace TypedTensors.Generators.Lowering;

/// <summary>Reads the annotated methods of a type into what the generator keeps of them.</summary>
internal sealed class TypeReader(Compilation compilation, ContractReader contracts, CancellationToken cancellation)
{
    private const string RuntimeNamespace = "TypedTensors";

    public CompiledTypeSpec Read(INamedTypeSymbol type)
    {
        List<MemberSpec> members = [];
        foreach (IMethodSymbol method in AnnotatedMembers.Of(contracts.Known, type))
        {
            cancellation.ThrowIfCancellationRequested();
            members.Add(ReadMember(method));
        }

        string? element = ModelElement.IsModel(contracts.Known, type)
            ? ModelElement.Of(contracts.Known, type) == SpecialType.System_Double ? "double" : "float" : null;
        return new CompiledTypeSpec(TypeGathering.Describe(type), element, [.. TakenNames(type)], [.. members], [.. MemberNames(type)]);
    }

    private MemberSpec ReadMember(IMethodSymbol method) => ReadMember(method, out _);

    /// <summary>Reads one method, with the reason if it is refused.</summary>
    public MemberSpec ReadMember(IMethodSymbol method, out Refusal? refusal)
    {
        MemberLowering lowering = new(compilation, contracts, tree => compilation.GetSemanticModel(tree), cancellation);
        MemberLowering.Outcome outcome = lowering.Run(method);
        refusal = outcome.Refusal;
        ArgumentSpec[] parameters = [.. method.Parameters.Select(ReadParameter)];
        bool isTuple = method.ReturnType.IsTupleType;
        ITypeSymbol[] results = isTuple ? [.. ((INamedTypeSymbol)method.ReturnType).TupleElements.Select(static element => element.Type)] : [method.ReturnType];
        string[] elements = [.. results.Select(result => ElementOf(result) ?? result.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))];
        bool isScalar = !isTuple && (outcome.Function is { } function
            ? function.Values[function.Results[0]].Shape.Rank == 0
            : AnnotationReader.Items(contracts.Known, method.GetReturnTypeAttributes()) is { } items
                && items.All(static item => item is string text && string.IsNullOrWhiteSpace(text)));
        AttributeData? differentiable = KnownSymbols.Find(method.GetAttributes(), contracts.Known.Differentiable);
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

    private ArgumentSpec ReadParameter(IParameterSymbol parameter)
    {
        string name = MemberLowering.ExpressionOf(parameter);
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
        return new ArgumentSpec(name, element is null ? type : $"Tensor<{element}>", element, key);
    }

    private IEnumerable<int> Wanted(IMethodSymbol method, AttributeData? differentiable, ArgumentSpec[] parameters, string[] elements)
    {
        if (differentiable is null)
            return [];
        string?[] names = differentiable.ConstructorArguments is { Length: 1 } arguments && arguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? [.. array.Values.Select(static value => value.Value as string)] : [];
        bool takesAll = names.Length == 0 && (method.IsStatic || !ModelElement.IsModel(contracts.Known, method.ContainingType));
        return Enumerable.Range(0, parameters.Length).Where(index => takesAll
            ? parameters[index].Element == elements[0] && elements[0] is "float" or "double"
            : names.Contains(method.Parameters[index].Name) && parameters[index].Element is "float" or "double");
    }

    private ContractSpec ContractOf(IMethodSymbol method, ArgumentSpec[] parameters)
    {
        List<string?> shapes = [];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Element is null)
                continue;
            IReadOnlyList<object>? items = AnnotationReader.Items(contracts.Known, method.Parameters[i].GetAttributes());
            shapes.Add(items is null ? null : string.Join(", ", items));
        }

        string[] facts = [.. AnnotationReader.Facts(contracts.Known, method.ContainingType).Concat(AnnotationReader.Facts(contracts.Known, method))];
        DimensionSpec[] names = [.. ModelGathering.DimensionsOf(contracts.Known, method.ContainingType).Items.Concat(method.Parameters
            .Where(parameter => AnnotationReader.IsDim(contracts.Known, parameter.GetAttributes()))
            .Select(static parameter => new DimensionSpec(parameter.Name, Emission.CSharpText.Identifier(parameter.Name), Field: null, Initializer: null)))
            .Where(dimension => shapes.Concat(facts).Any(text => text is not null && Mentions(text, dimension.Name)))];
        return new ContractSpec([.. shapes], [.. facts], [.. names]);
    }

    private static bool Mentions(string text, string name) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b{System.Text.RegularExpressions.Regex.Escape(name)}\b");

    private string? ElementOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named && contracts.Known.IsTensor(type)
        ? named.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;

    /// <summary>Names of members that look like those of generated members, so that an edit of other members changes nothing.</summary>
    private static IEnumerable<string> MemberNames(INamedTypeSymbol type) => ModelClass.BasesOf(type).Prepend(type)
        .SelectMany(static current => current.MemberNames)
        .Concat(type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Select(static parameter => parameter.Name))
        .Concat(type.TypeParameters.Select(static parameter => parameter.Name))
        .Append(type.Name)
        .Where(Emission.MemberNames.LooksGenerated)
        .Distinct()
        .OrderBy(static name => name, StringComparer.Ordinal);

    /// <summary>Names of types of the runtime that mean something else inside the type.</summary>
    private IEnumerable<string> TakenNames(INamedTypeSymbol type)
    {
        INamespaceSymbol home = contracts.Known.Shape.ContainingNamespace;
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
